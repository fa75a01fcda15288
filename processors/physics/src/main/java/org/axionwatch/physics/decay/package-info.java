/** Photons from axions that decay on their way from a galaxy to Earth (arXiv:2412.03660). */
@NullMarked
package org.axionwatch.physics.decay;

import org.jspecify.annotations.NullMarked;
