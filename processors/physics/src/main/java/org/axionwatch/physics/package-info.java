/** Physics without Kafka, Avro or networks: constants here, one package per subject below. */
@NullMarked
package org.axionwatch.physics;

import org.jspecify.annotations.NullMarked;
