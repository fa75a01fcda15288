/** A single-node Kafka broker and a schema registry as child JVMs of this one, for the one-machine default. */
@NullMarked
package org.axionwatch.embedded;

import org.jspecify.annotations.NullMarked;
