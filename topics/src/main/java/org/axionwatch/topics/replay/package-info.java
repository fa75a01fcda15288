/** Publishes archives and exports topics. */
@NullMarked
package org.axionwatch.topics.replay;

import org.jspecify.annotations.NullMarked;
