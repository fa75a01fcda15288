package org.axionwatch.app.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.axionwatch.app.config.SettingDefinitions;
import org.axionwatch.app.progress.Progress;
import org.axionwatch.app.timing.StreamTiming;
import org.axionwatch.app.timing.TimingSource;
import org.axionwatch.app.timing.TimingTable;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.streams.runtime.DrainWatcher;
import org.axionwatch.streams.runtime.StreamsFailure;
import org.axionwatch.streams.runtime.StreamsRuntime;
import org.axionwatch.streams.runtime.StreamsSettings;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.replay.ArchivePublisher;
import org.axionwatch.topics.replay.PublishException;
import org.axionwatch.topics.replay.PublishOrder;
import org.axionwatch.topics.replay.PublishedCounts;
import org.axionwatch.topics.replay.TopicExporter;

/**
 * A cluster with its topics and the running processors: records go in, are processed, and results come out. Closing stops
 * everything that was started. Every method throws {@link CommandFailure} when the processors have stopped.
 */
public final class StreamSession implements AutoCloseable {
    private static final Duration START_TIME = Duration.ofMinutes(2);
    private static final Duration UNLIMITED = Duration.ofDays(3650);

    private final SessionPlan plan;
    private final Cluster cluster;
    private final KafkaClients clients;
    private final StreamsRuntime runtime;

    private StreamSession(SessionPlan plan, Cluster cluster) {
        this.plan = plan;
        this.cluster = cluster;
        this.clients = new KafkaClients(cluster.address());
        clients.prepare(plan.catalog().settings(plan.applicationId()));
        this.runtime = new StreamsRuntime(streamsSettings(), plan.catalog(), StepSettingsFactory.from(plan.settings()));
    }

    /** Starts or finds the cluster, creates or verifies the topics, and starts the processors. */
    public static StreamSession open(SessionPlan plan) {
        Cluster cluster = Cluster.open(plan.settings(), plan.folder());
        try {
            var session = new StreamSession(plan, cluster);
            session.start();
            return session;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private StreamsSettings streamsSettings() {
        ClusterAddress address = cluster.address();
        return new StreamsSettings(
                new StreamsSettings.Cluster(address.bootstrapServers(), address.registryUrl()),
                plan.applicationId(),
                plan.stateFolder(),
                plan.settings().get(SettingDefinitions.THREADS),
                address.kafkaProperties());
    }

    private void start() {
        try {
            runtime.start();
            if (!runtime.awaitRunning(START_TIME)) {
                throw stopped("the processors did not start within " + START_TIME.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            runtime.close();
            throw interrupted(e);
        } catch (RuntimeException e) {
            runtime.close();
            throw e;
        }
    }

    /** Publishes archives; returns when every record is acknowledged. */
    public PublishedCounts publish(List<Archive> archives, PublishOrder order) {
        try (ArchivePublisher publisher = clients.publisher(plan.catalog());
                Progress progress = Progress.of("publishing", "records", Archives.records(archives))) {
            return publisher.publish(archives, order, progress::reached);
        } catch (PublishException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    /** Waits until everything published has been processed, through all steps; nothing else may publish meanwhile. */
    public void drain() {
        try (DrainWatcher watcher = runtime.drainWatcher();
                Progress progress = Progress.of("processing", "results", -1)) {
            boolean drained = watcher.awaitDrained(UNLIMITED, () -> {
                if (runtime.isRunning()) {
                    progress.reached(processed());
                }
                return runtime.isAlive();
            });
            if (!drained) {
                throw stopped("the processors stopped");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private long processed() {
        try {
            return runtime.accounts().steps().values().stream()
                    .mapToLong(account -> account.in())
                    .sum();
        } catch (InvalidStateStoreException rebalancing) {
            return 0;
        }
    }

    /** Counts of every step, since the application id was first used. */
    public Accounts accounts() {
        return runtime.accounts();
    }

    /** Solutions and residuals of the pulsars, under all frames processed so far. */
    public TimingSource timing() {
        return new StreamTiming(runtime);
    }

    /** Writes every output topic, the dead letters, the timing residuals and the summary. */
    public void export(Path folder, ObjectNode summary) {
        try (TopicExporter exporter = clients.exporter(plan.catalog());
                Progress progress =
                        Progress.of("writing", "files", Topics.outputs().size() + 3L)) {
            int files = 0;
            for (Topic<?> topic : Topics.outputs()) {
                exporter.export(topic, folder);
                progress.reached(++files);
            }
            exporter.exportDeadLetters(plan.applicationId(), folder);
            TimingTable.write(timing(), folder);
            Summary.write(summary, folder.resolve(Summary.FILE));
        } catch (IOException e) {
            throw new CommandFailure("results cannot be written: " + e, e);
        }
    }

    /** Last value of each key of a compacted topic, every value of another. */
    public <T extends SpecificRecord> List<T> read(Topic<T> topic) {
        try (TopicExporter exporter = clients.exporter(plan.catalog())) {
            return exporter.read(topic);
        }
    }

    /** The cluster this session runs on. */
    public Cluster cluster() {
        return cluster;
    }

    public SessionPlan plan() {
        return plan;
    }

    public KafkaClients clients() {
        return clients;
    }

    /** For a status page; closed before this session. */
    public SessionStatus status() {
        return new SessionStatus(plan, cluster, runtime, clients);
    }

    /** Returns never but by failing: a signal to stop closes this session and ends the program with status 0. */
    public void awaitEnd() {
        Thread stop = new Thread(this::stopProgram, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            while (!runtime.awaitEnd(UNLIMITED)) {
                Thread.onSpinWait();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        if (runtime.failure().isPresent()) {
            Runtime.getRuntime().removeShutdownHook(stop);
            throw stopped("the processors stopped");
        }
    }

    private void stopProgram() {
        close();
        Runtime.getRuntime().halt(0);
    }

    private CommandFailure stopped(String otherwise) {
        return new CommandFailure(runtime.failure()
                .map(StreamsFailure::message)
                .map(reason -> "the processors stopped: " + reason + "; started again, they resume where they stopped")
                .orElse(otherwise));
    }

    private static CommandFailure interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new CommandFailure("interrupted", e);
    }

    @Override
    public void close() {
        try {
            runtime.close();
        } finally {
            cluster.close();
        }
    }
}
