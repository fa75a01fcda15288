/** Evidence and likelihoods to joint limits on couplings. */
@NullMarked
package org.axionwatch.streams.limit;

import org.jspecify.annotations.NullMarked;
