package org.axionwatch.app.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.replay.PublishOrder;
import org.axionwatch.topics.replay.PublishedCounts;
import org.jspecify.annotations.Nullable;

/** An archive streamed through topics and an application of its own. */
public final class Replay {
    private final AxionSettings settings;
    private final @Nullable String id;

    /** @param id null for a fresh one, of which nothing is kept where the cluster is embedded */
    public Replay(AxionSettings settings, @Nullable String id) {
        this.settings = settings;
        this.id = id;
    }

    /**
     * @param id of the replay
     * @param published what went in
     * @param summary in the form of {@code summary.json}
     * @param outcome what was found
     * @param elapsed from the first record published to the last one processed
     */
    public record Result(String id, PublishedCounts published, ObjectNode summary, Outcome outcome, Duration elapsed) {}

    /**
     * What was found.
     *
     * @param alerts last notice of each candidate
     * @param timing timing solution of each pulsar
     */
    public record Outcome(List<CandidateAlert> alerts, List<TimingSolution> timing) {}

    /** @param output null where the results are not kept as files */
    public Result run(List<Archive> archives, PublishOrder order, @Nullable OutputFolder output) {
        Path dataFolder = settings.get(SettingDefinitions.DATA_FOLDER);
        if (id != null) {
            return run(id, dataFolder.resolve("replays").resolve(id), archives, order, output);
        }
        String fresh = UUID.randomUUID().toString().substring(0, 8);
        try (ScratchFolder scratch = ScratchFolder.create(dataFolder, fresh)) {
            return run(fresh, scratch.path(), archives, order, output);
        }
    }

    private Result run(
            String name, Path folder, List<Archive> archives, PublishOrder order, @Nullable OutputFolder output) {
        try (StreamSession session = StreamSession.open(SessionPlan.replay(settings, name, folder))) {
            long began = System.nanoTime();
            PublishedCounts published = session.publish(archives, order);
            session.drain();
            Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
            ObjectNode summary = Summary.of(session.accounts(), archives);
            if (output != null) {
                session.export(output.work(), summary);
                output.publish();
            }
            Outcome outcome =
                    new Outcome(session.read(Topics.ALERT_CANDIDATE), session.read(Topics.PULSAR_TIMING_SOLUTION));
            return new Result(name, published, summary, outcome, elapsed);
        }
    }
}
