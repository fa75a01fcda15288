package org.axionwatch.streams.score;

import java.util.Set;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.SignalScore;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;

/** Residual curves in, their scores with additive matched-filter products out. */
public final class ScoreTopology {

    public static final String STEP = "score";
    private static final String UNIT = "frames";

    private final StepTopics topics;
    private final ScoreSettings settings;

    public ScoreTopology(StepTopics topics, ScoreSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    public void addTo(StreamsBuilder builder) {
        topics.publish(
                topics.read(builder, Topics.PULSAR_AXION_RESIDUAL, STEP)
                        .process(
                                new Scoring(topics, settings, StoreSet.inOrder(RecordLedger.store(STEP))),
                                Named.as("score-residual")),
                Topics.PULSAR_SIGNAL_SCORE);
    }

    private record Scoring(StepTopics topics, ScoreSettings settings, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, SignalScore> {

        @Override
        public Processor<String, byte[], String, SignalScore> get() {
            return new ScoreProcessor(
                    topics.input(STEP, UNIT, Topics.PULSAR_AXION_RESIDUAL, AxionResidual::getPulsar), settings);
        }
    }
}
