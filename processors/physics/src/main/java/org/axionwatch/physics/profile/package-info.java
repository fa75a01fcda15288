/** Folded pulse profiles: template matching in the Fourier domain, and arrival times of frequency channels. */
@NullMarked
package org.axionwatch.physics.profile;

import org.jspecify.annotations.NullMarked;
