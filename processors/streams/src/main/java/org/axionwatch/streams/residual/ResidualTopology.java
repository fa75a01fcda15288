package org.axionwatch.streams.residual;

import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.topics.catalog.Topics;

/** Frames and ephemerides in, one residual curve a frame out. */
public final class ResidualTopology {

    public static final String STEP = "residual";
    static final String UNIT = "frames";

    private final StepTopics topics;
    private final ResidualSettings settings;

    public ResidualTopology(StepTopics topics, ResidualSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    public void addTo(StreamsBuilder builder) {
        Set<StoreBuilder<?>> stores = ResidualStores.builders(topics);
        KStream<String, AxionResidual> ofFrames = topics.read(builder, Topics.PULSAR_TOA_FRAME, STEP)
                .process(new Frames(topics, settings, stores), Named.as("residual-of-frame"));
        KStream<String, AxionResidual> ofParked = topics.read(builder, Topics.PULSAR_EPHEMERIS, STEP)
                .process(new Ephemerides(topics, settings, stores), Named.as("residual-of-parked-frames"));
        topics.publish(ofFrames.merge(ofParked, Named.as("residual-merge")), Topics.PULSAR_AXION_RESIDUAL);
    }

    private record Frames(StepTopics topics, ResidualSettings settings, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, AxionResidual> {

        @Override
        public Processor<String, byte[], String, AxionResidual> get() {
            StepInput<PulsarToaFrame> input =
                    topics.input(STEP, UNIT, Topics.PULSAR_TOA_FRAME, PulsarToaFrame::getPulsar);
            return new FrameProcessor(input, settings);
        }
    }

    private record Ephemerides(StepTopics topics, ResidualSettings settings, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, AxionResidual> {

        @Override
        public Processor<String, byte[], String, AxionResidual> get() {
            return new EphemerisProcessor(
                    topics.decoder(Topics.PULSAR_EPHEMERIS, PulsarEphemeris::getPulsar), settings);
        }
    }
}
