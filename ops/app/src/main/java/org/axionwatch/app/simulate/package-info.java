/** {@code axionwatch simulate}: simulated observations as an archive that this and other programs read. */
@NullMarked
package org.axionwatch.app.simulate;

import org.jspecify.annotations.NullMarked;
