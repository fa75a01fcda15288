package org.axionwatch.topics.catalog;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as a cluster must have it.
 *
 * @param name name on the cluster
 * @param partitions number of partitions [1]
 * @param cleanup what happens to old records
 * @param retentionMs age at which records may go, -1 for never [ms]
 * @param retentionBytes size of a partition beyond which the oldest segments may go, -1 for no bound [byte]
 */
public record TopicSettings(String name, int partitions, Cleanup cleanup, long retentionMs, long retentionBytes) {
    /** A century: observation times would otherwise roll a segment for every week of archive [ms]. */
    private static final long SEGMENT_MS = 36_525L * 86_400_000L;

    /** The topic-level configuration that {@link TopicPreflight} sets and verifies, sorted by name. */
    public SortedMap<String, String> configuration() {
        return new TreeMap<>(Map.of(
                TopicConfig.CLEANUP_POLICY_CONFIG, cleanup.policy(),
                TopicConfig.RETENTION_MS_CONFIG, Long.toString(retentionMs),
                TopicConfig.RETENTION_BYTES_CONFIG, Long.toString(retentionBytes),
                TopicConfig.SEGMENT_MS_CONFIG, Long.toString(SEGMENT_MS),
                TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "CreateTime"));
    }
}
