package org.axionwatch.streams.runtime;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.timing.TimingQuery;
import org.axionwatch.topics.catalog.TopicCatalog;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.serde.RecordSerdes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running topology. It stops by itself on an outage of broker or registry and on any unexpected exception, and says
 * why; a restart with the same settings resumes where the last committed transaction ended.
 */
public final class StreamsRuntime implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRuntime.class);
    private static final Duration CLOSE_TIME = Duration.ofSeconds(10);

    private final StreamsSettings settings;
    private final TopicCatalog catalog;
    private final Topology topology;
    private final KafkaStreams streams;
    private final Admin admin;
    private final List<OutageWatch> watches;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<StreamsFailure> failure = new AtomicReference<>();

    /** Prepares the topology; nothing is contacted before {@link #start()}. */
    public StreamsRuntime(StreamsSettings settings, TopicCatalog catalog, StepSettings steps) {
        this.settings = settings;
        this.catalog = catalog;
        this.topology = AxionTopology.build(
                new StepTopics(catalog, RecordSerdes.of(settings.cluster().registryUrl())), steps);
        this.streams = new KafkaStreams(topology, settings.properties(catalog.deadLetters(settings.applicationId())));
        this.admin = Admin.create(settings.clientProperties());
        this.watches = List.of(
                new OutageWatch("broker", OutageWatch.broker(admin), this::brokerGone),
                new OutageWatch(
                        "registry", OutageWatch.registry(settings.cluster().registryUrl()), this::registryGone));
        streams.setUncaughtExceptionHandler(this::stopped);
        streams.setStateListener(this::changed);
    }

    public void start() {
        streams.start();
        watches.forEach(OutageWatch::start);
    }

    /**
     * Waits until every partition is being processed.
     *
     * @return false where the time ran out or the application stopped, see {@link #failure()}
     */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return running.await(timeout.toNanos(), TimeUnit.NANOSECONDS) && isRunning();
    }

    /** Waits until the application has stopped; false where the time ran out. */
    public boolean awaitEnd(Duration timeout) throws InterruptedException {
        return ended.await(timeout.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Alive: running or moving partitions, and not failed. */
    public boolean isAlive() {
        return failure.get() == null && streams.state().isRunningOrRebalancing();
    }

    /** Ready: running, and not failed. */
    public boolean isRunning() {
        return failure.get() == null && streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Why the application stopped by itself, if it did. */
    public Optional<StreamsFailure> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** What came in and what became of it, over the partitions of this instance; it must be running. */
    public Accounts accounts() {
        return Accounts.of(streams);
    }

    /** The timing of the pulsars of this instance; it must be running. */
    public TimingQuery timing() {
        return TimingQuery.of(streams);
    }

    /** A new watcher over every topic that the topology reads. */
    public DrainWatcher drainWatcher() {
        return new DrainWatcher(settings, sourceTopics());
    }

    private Set<String> sourceTopics() {
        Set<String> known = Topics.all().stream().map(catalog::name).collect(Collectors.toSet());
        return topology.describe().subtopologies().stream()
                .flatMap(part -> part.nodes().stream())
                .filter(TopologyDescription.Source.class::isInstance)
                .flatMap(source -> ((TopologyDescription.Source) source).topicSet().stream())
                .map(topic -> known.contains(topic) ? topic : internal(topic))
                .collect(Collectors.toSet());
    }

    private String internal(String topic) {
        String prefix = settings.applicationId() + "-";
        return topic.startsWith(prefix) ? topic : prefix + topic;
    }

    private StreamThreadExceptionResponse stopped(Throwable exception) {
        LOG.error("Stream thread stopped", exception);
        fail(StreamsFailure.of(exception, settings.cluster()));
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void brokerGone(String detail) {
        fail(StreamsFailure.brokerUnreachable(settings.cluster(), detail));
    }

    private void registryGone(String detail) {
        fail(StreamsFailure.registryUnreachable(settings.cluster(), detail));
    }

    private void fail(StreamsFailure why) {
        if (failure.compareAndSet(null, why)) {
            LOG.error("{}: {}", why.reason(), why.message());
            running.countDown();
            ended.countDown();
        }
    }

    private void changed(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        } else if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            ended.countDown();
        }
    }

    /** Stops within seconds, whether or not the broker answers; safe to call twice. */
    @Override
    public void close() {
        watches.forEach(OutageWatch::close);
        if (!streams.close(CLOSE_TIME)) {
            LOG.warn("Streams did not stop within {} s", CLOSE_TIME.toSeconds());
        }
        admin.close(Duration.ofSeconds(1));
    }
}
