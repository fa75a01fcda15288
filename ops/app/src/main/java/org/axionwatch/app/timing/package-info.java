/** The timing of pulsars as a program's user gets it. */
@NullMarked
package org.axionwatch.app.timing;

import org.jspecify.annotations.NullMarked;
