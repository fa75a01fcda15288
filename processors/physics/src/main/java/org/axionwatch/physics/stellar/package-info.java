/** Axions from stars: plasma scales, Primakoff and coalescence production, polytropes, clusters and populations. */
@NullMarked
package org.axionwatch.physics.stellar;

import org.jspecify.annotations.NullMarked;
