/** Cold-plasma dispersion, timing models, and the residual curve of one frame. */
@NullMarked
package org.axionwatch.physics.dispersion;

import org.jspecify.annotations.NullMarked;
