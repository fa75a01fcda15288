/** The topics: their names, keys, values and settings, and the check that a cluster has them. */
@NullMarked
package org.axionwatch.topics.catalog;

import org.jspecify.annotations.NullMarked;
