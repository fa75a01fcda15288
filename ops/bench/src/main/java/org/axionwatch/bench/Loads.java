package org.axionwatch.bench;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.axionwatch.streams.likelihood.LikelihoodTopology;
import org.axionwatch.streams.residual.ResidualTopology;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.serde.RecordSerdes;

/** Serialises the generated observations once, so that no contender pays for it. */
final class Loads implements AutoCloseable {
    private static final long FIRST_TIMESTAMP_MILLIS = 1_243_728_000_000L;
    private static final long TIMESTAMP_STEP_MILLIS = 1000;

    private final BenchmarkOptions options;
    private final Serializer<SpecificRecord> serializer;

    Loads(BenchmarkOptions options, RecordSerdes serdes) {
        this.options = options;
        this.serializer = serdes.serializer();
    }

    Load frames() {
        var pulsars = new PulsarObservations(options.seed, options.keys, options.channels);
        List<Message> ephemerides = pulsars.ephemerides().stream()
                .map(each -> message(Topics.PULSAR_EPHEMERIS, each.getPulsar(), each, 0))
                .toList();
        var flow = new Flow(
                "frames", ResidualTopology.STEP, Topics.PULSAR_TOA_FRAME, Topics.PULSAR_EPHEMERIS, ephemerides);
        return load(flow, 1, options.frames, number -> {
            var frame = pulsars.record(number);
            return message(Topics.PULSAR_TOA_FRAME, frame.getPulsar(), frame, number);
        });
    }

    Load events() {
        var sources = new XrayObservations(options.seed, options.keys, options.eventsPerBatch);
        List<Message> descriptions = sources.sources().stream()
                .map(each -> message(Topics.XRAY_SOURCE, each.getSource(), each, 0))
                .toList();
        var flow =
                new Flow("events", LikelihoodTopology.STEP, Topics.XRAY_EVENT_BATCH, Topics.XRAY_SOURCE, descriptions);
        return load(flow, options.eventsPerBatch, options.batches, number -> {
            var batch = sources.record(number);
            return message(Topics.XRAY_EVENT_BATCH, batch.getSource(), batch, number);
        });
    }

    private Load load(Flow flow, int unitsPerMessage, int measured, IntFunction<Message> message) {
        int warmUp = options.warmUp(measured);
        return new Load(
                flow,
                unitsPerMessage,
                IntStream.range(0, warmUp).mapToObj(message).toList(),
                IntStream.range(warmUp, warmUp + measured).mapToObj(message).toList());
    }

    private Message message(Topic<?> topic, String key, SpecificRecord value, int number) {
        return new Message(
                key,
                serializer.serialize(topic.name(), value),
                FIRST_TIMESTAMP_MILLIS + number * TIMESTAMP_STEP_MILLIS);
    }

    @Override
    public void close() {
        serializer.close();
    }
}
