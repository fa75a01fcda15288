/** Frames and ephemerides to the timing solution of each pulsar and the residuals under it. */
@NullMarked
package org.axionwatch.streams.timing;

import org.jspecify.annotations.NullMarked;
