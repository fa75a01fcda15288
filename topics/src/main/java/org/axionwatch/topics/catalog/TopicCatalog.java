package org.axionwatch.topics.catalog;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the topics are called on a cluster: their own names for live data, {@code replay.<id>.<name>} for a replay.
 *
 * <p>Record timestamps are observation times (CreateTime), so a retention by age would delete an archive as soon as it
 * is ingested, and segments rolled by age would number one per week of archive. Therefore no topic expires by age
 * ({@code retention.ms=-1}) and none rolls by age; live topics that are not compacted are bounded by
 * {@value #LIVE_RETENTION_BYTES} bytes a partition, topics of a replay are not bounded.
 */
public final class TopicCatalog {
    /** Partitions of each topic unless a setting says otherwise [1]. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** Most a live partition of records keeps [byte]. */
    public static final long LIVE_RETENTION_BYTES = 64L << 30;

    private static final long UNLIMITED = -1;
    private static final Pattern REPLAY_ID = Pattern.compile("[a-zA-Z0-9_-]{1,64}");

    private final String prefix;
    private final int partitions;

    private TopicCatalog(String prefix, int partitions) {
        this.prefix = prefix;
        this.partitions = partitions;
    }

    /** The topics of live data. */
    public static TopicCatalog live() {
        return new TopicCatalog("", DEFAULT_PARTITIONS);
    }

    /**
     * The topics of one replay.
     *
     * @param id 1 to 64 letters, digits, hyphens and underscores
     * @throws IllegalArgumentException if the id is anything else
     */
    public static TopicCatalog replay(String id) {
        if (!REPLAY_ID.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "replay id must be 1 to 64 letters, digits, hyphens or underscores: \"" + id + "\"");
        }
        return new TopicCatalog("replay." + id + ".", DEFAULT_PARTITIONS);
    }

    /** The same topics with another number of partitions, at least one. */
    public TopicCatalog withPartitions(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("partitions must be at least 1: " + count);
        }
        return new TopicCatalog(prefix, count);
    }

    /** Name of the topic on the cluster. */
    public String name(Topic<?> topic) {
        return prefix + topic.name();
    }

    /** Name of the dead letters of a streams application; independent of the prefix, as the application id is. */
    public String deadLetters(String applicationId) {
        return applicationId + ".dlq";
    }

    /** True for the topics of a replay. */
    public boolean isReplay() {
        return !prefix.isEmpty();
    }

    /** Every topic with its settings, the dead letters of the application last. */
    public List<TopicSettings> settings(String applicationId) {
        Stream<TopicSettings> topics = Topics.all().stream().map(topic -> settings(name(topic), topic.cleanup()));
        return Stream.concat(topics, Stream.of(settings(deadLetters(applicationId), Cleanup.DELETE)))
                .toList();
    }

    private TopicSettings settings(String name, Cleanup cleanup) {
        long bytes = isReplay() || cleanup == Cleanup.COMPACT ? UNLIMITED : LIVE_RETENTION_BYTES;
        return new TopicSettings(name, partitions, cleanup, UNLIMITED, bytes);
    }
}
