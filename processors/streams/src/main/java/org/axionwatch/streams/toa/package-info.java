/** Folded profiles to arrival times. */
@NullMarked
package org.axionwatch.streams.toa;

import org.jspecify.annotations.NullMarked;
