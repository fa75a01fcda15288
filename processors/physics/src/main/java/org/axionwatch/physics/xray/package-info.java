/** X-ray events into counts, counts into the likelihood of one source, and the source models. */
@NullMarked
package org.axionwatch.physics.xray;

import org.jspecify.annotations.NullMarked;
