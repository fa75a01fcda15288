/** Evidence and likelihoods to notices about candidates. */
@NullMarked
package org.axionwatch.streams.alert;

import org.jspecify.annotations.NullMarked;
