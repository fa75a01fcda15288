/** What a waiting user sees. */
@NullMarked
package org.axionwatch.app.progress;

import org.jspecify.annotations.NullMarked;
