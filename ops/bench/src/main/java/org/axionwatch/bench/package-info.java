/** What the physics costs by itself. Never run by tests. */
@NullMarked
package org.axionwatch.bench;

import org.jspecify.annotations.NullMarked;
