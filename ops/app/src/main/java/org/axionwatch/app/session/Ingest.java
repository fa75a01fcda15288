package org.axionwatch.app.session;

import java.nio.file.Path;
import java.util.List;
import org.axionwatch.app.config.AxionSettings;
import org.axionwatch.app.progress.Progress;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.replay.ArchivePublisher;
import org.axionwatch.topics.replay.PublishException;
import org.axionwatch.topics.replay.PublishOrder;
import org.axionwatch.topics.replay.PublishedCounts;

/** Sends archives to the live topics of an existing cluster, which are created or verified first. */
public final class Ingest implements AutoCloseable {
    private final ArchivePublisher publisher;

    private Ingest(ArchivePublisher publisher) {
        this.publisher = publisher;
    }

    public static Ingest open(AxionSettings settings) {
        SessionPlan plan = SessionPlan.live(settings, Path.of(""));
        var clients = new KafkaClients(ClusterAddress.of(settings));
        clients.prepare(plan.catalog().settings(plan.applicationId()));
        return new Ingest(clients.publisher(plan.catalog()));
    }

    /** Publishes in time order and returns when every record is acknowledged. */
    public PublishedCounts publish(List<Archive> archives) {
        try (Progress progress = Progress.of("publishing", "records", Archives.records(archives))) {
            return publisher.publish(archives, PublishOrder.asFastAsPossible(), progress::reached);
        } catch (PublishException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        publisher.close();
    }
}
