package org.axionwatch.app.health;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.axionwatch.app.timing.TimingSource;

/** What the status page asks, at any moment and from any thread; answers quickly, from what is known. */
public interface StatusSource {
    /** Application id of the processors. */
    String application();

    /** State of the stream, as Kafka Streams names it. */
    String state();

    /** Whether the stream runs or rebalances. */
    boolean isAlive();

    /** What keeps it from being ready; empty when it is. */
    List<String> problems();

    /** Counts per step in the form of {@code summary.json}. */
    JsonNode accounts();

    /** Solutions and residuals of the pulsars. */
    TimingSource timing();

    /** The last alerts, newest first. */
    List<JsonNode> alerts();
}
