/** The joined topology, its settings, and how it is run, drained and accounted for. */
@NullMarked
package org.axionwatch.streams.runtime;

import org.jspecify.annotations.NullMarked;
