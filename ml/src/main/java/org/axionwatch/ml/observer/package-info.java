/** What any classifier of residual curves can reach: the likelihood ratio with mass and signal-to-noise ratio integrated out. */
@NullMarked
package org.axionwatch.ml.observer;

import org.jspecify.annotations.NullMarked;
