package org.axionwatch.streams.timing;

import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.topics.catalog.Topics;

/**
 * Frames and ephemerides in; out, at each frame, its whitened residuals and the timing solution of its pulsar. The in-frame
 * residuals of the residual step need nothing but their frame; this needs the sum of all.
 */
public final class TimingTopology {

    public static final String STEP = "timing";
    /** What one record of the step is called. */
    public static final String UNIT = "frames";
    /** The finer unit of its account. */
    public static final String TOAS = "toas";

    private final StepTopics topics;

    public TimingTopology(StepTopics topics) {
        this.topics = topics;
    }

    public void addTo(StreamsBuilder builder) {
        Set<StoreBuilder<?>> stores = TimingStores.builders(topics);
        KStream<String, TimingUpdate> ofFrames = topics.read(builder, Topics.PULSAR_TOA_FRAME, STEP)
                .process(new Frames(topics, stores), Named.as("timing-of-frame"));
        KStream<String, TimingUpdate> ofEphemerides = topics.read(builder, Topics.PULSAR_EPHEMERIS, STEP)
                .process(new Ephemerides(topics, stores), Named.as("timing-of-ephemeris"));
        KStream<String, TimingUpdate> updates = ofFrames.merge(ofEphemerides, Named.as("timing-updates"));
        topics.publish(
                updates.flatMapValues(TimingUpdate::residuals, Named.as("timing-residuals")),
                Topics.PULSAR_TIMING_RESIDUAL);
        topics.publish(
                updates.flatMapValues(TimingUpdate::solutions, Named.as("timing-solutions")),
                Topics.PULSAR_TIMING_SOLUTION);
    }

    private record Frames(StepTopics topics, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, TimingUpdate> {

        @Override
        public Processor<String, byte[], String, TimingUpdate> get() {
            return new TimingFrameProcessor(topics.decoder(Topics.PULSAR_TOA_FRAME, PulsarToaFrame::getPulsar));
        }
    }

    private record Ephemerides(StepTopics topics, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, TimingUpdate> {

        @Override
        public Processor<String, byte[], String, TimingUpdate> get() {
            return new TimingEphemerisProcessor(topics.decoder(Topics.PULSAR_EPHEMERIS, PulsarEphemeris::getPulsar));
        }
    }
}
