/** Order-independent sums and the Poisson profile likelihood that every X-ray source shares. */
@NullMarked
package org.axionwatch.physics.likelihood;

import org.jspecify.annotations.NullMarked;
