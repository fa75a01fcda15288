/** Classifiers of residual curves as a library, without Kafka. */
@NullMarked
package org.axionwatch.ml;

import org.jspecify.annotations.NullMarked;
