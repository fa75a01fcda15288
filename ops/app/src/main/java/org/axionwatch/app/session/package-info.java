/** One run of the stream: a cluster, its topics, the processors, what goes in and what comes out. */
@NullMarked
package org.axionwatch.app.session;

import org.jspecify.annotations.NullMarked;
