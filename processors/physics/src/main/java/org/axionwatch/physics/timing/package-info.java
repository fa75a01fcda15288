/** Timing of a pulsar over all its observations as sums of normal equations, with power-law red noise and jitter. */
@NullMarked
package org.axionwatch.physics.timing;

import org.jspecify.annotations.NullMarked;
