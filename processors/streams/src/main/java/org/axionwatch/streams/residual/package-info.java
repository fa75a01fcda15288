/** Frames and ephemerides to chromatic residual curves. */
@NullMarked
package org.axionwatch.streams.residual;

import org.jspecify.annotations.NullMarked;
