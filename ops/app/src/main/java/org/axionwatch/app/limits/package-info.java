/** Joint limits as files. */
@NullMarked
package org.axionwatch.app.limits;

import org.jspecify.annotations.NullMarked;
