/** The Milky Way as a medium in which axions turn into photons. */
@NullMarked
package org.axionwatch.physics.galactic;

import org.jspecify.annotations.NullMarked;
