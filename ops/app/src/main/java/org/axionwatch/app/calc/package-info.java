/** The physics of the stream as a calculator: JSON in, the stream's own classes, JSON out. */
@NullMarked
package org.axionwatch.app.calc;

import org.jspecify.annotations.NullMarked;
