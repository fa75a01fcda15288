/** The commands: each parses its arguments and delegates. */
@NullMarked
package org.axionwatch.app.cli;

import org.jspecify.annotations.NullMarked;
