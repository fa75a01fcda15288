/** X-ray events to the running likelihood of each source. */
@NullMarked
package org.axionwatch.streams.likelihood;

import org.jspecify.annotations.NullMarked;
