/** Readers of archive files: they return records and know no Kafka. */
@NullMarked
package org.axionwatch.topics.ingest;

import org.jspecify.annotations.NullMarked;
