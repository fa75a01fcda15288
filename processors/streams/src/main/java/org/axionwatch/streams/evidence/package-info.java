/** Scores to the stacked evidence of each pulsar. */
@NullMarked
package org.axionwatch.streams.evidence;

import org.jspecify.annotations.NullMarked;
