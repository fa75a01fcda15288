/** The bandpass axion (arXiv:2605.30416): its form factor, effective millicharges and the limits rescaled to it. */
@NullMarked
package org.axionwatch.physics.bandpass;

import org.jspecify.annotations.NullMarked;
