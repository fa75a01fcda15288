/** The status page and the health answers. */
@NullMarked
package org.axionwatch.app.health;

import org.jspecify.annotations.NullMarked;
