package org.axionwatch.app.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.topics.replay.PublishedCounts;

/**
 * What a campaign brought.
 *
 * @param request what was asked for
 * @param table injected and recovered, source by source
 * @param summary accounts in the form of {@code summary.json}
 * @param published what went in, the undecodable record not counted
 * @param elapsed from the first record published to the last one processed
 */
public record DemoResult(
        DemoRequest request, RecoveryTable table, ObjectNode summary, PublishedCounts published, Duration elapsed) {

    /** Whether every source came out as it must. */
    public boolean holds() {
        return table.holds();
    }

    /** @throws CommandFailure naming every source that did not come out as it must */
    public void requireAllHolds() {
        if (!holds()) {
            throw new CommandFailure("the campaign was not recovered: " + table.failures());
        }
    }

    /** Rate of a count over the elapsed time, s^-1. */
    public double perSecond(long count) {
        return count / Math.max(elapsed.toMillis() / 1e3, 1e-3);
    }

    /** Everything as JSON: the accounts, and an entry for each source. */
    public ObjectNode json() {
        ObjectNode json = summary.deepCopy();
        json.put("seed", request.seed())
                .put("signals", request.signals())
                .put("holds", holds())
                .put("alerts", table.alerts())
                .put("elapsedSeconds", elapsed.toMillis() / 1e3)
                .put("recordsPerSecond", perSecond(published.records()));
        json.putObject("published")
                .put("records", published.records())
                .put("toas", published.toas())
                .put("events", published.events());
        ArrayNode sources = json.putArray("sources");
        sources.addAll(table.json());
        return json;
    }
}
