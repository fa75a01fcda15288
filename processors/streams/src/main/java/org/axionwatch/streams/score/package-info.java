/** Residual curves to class probabilities and matched-filter products. */
@NullMarked
package org.axionwatch.streams.score;

import org.jspecify.annotations.NullMarked;
