/** Unpacks the pulsar records that more than one step reads. */
@NullMarked
package org.axionwatch.streams.pulsar;

import org.jspecify.annotations.NullMarked;
