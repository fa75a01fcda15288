/** The built-in observing campaign of {@code axionwatch demo}: generates it, and compares what the stream found with it. */
@NullMarked
package org.axionwatch.app.demo;

import org.jspecify.annotations.NullMarked;
