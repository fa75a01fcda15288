/** How records become bytes and JSON. */
@NullMarked
package org.axionwatch.topics.serde;

import org.jspecify.annotations.NullMarked;
