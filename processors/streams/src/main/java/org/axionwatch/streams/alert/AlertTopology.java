package org.axionwatch.streams.alert;

import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.streams.alert.AlertProcessor.Subject;
import org.axionwatch.streams.step.RecordLedger;
import org.axionwatch.streams.step.StepInput;
import org.axionwatch.streams.step.StepTopics;
import org.axionwatch.streams.step.StoreSet;
import org.axionwatch.topics.catalog.Topics;
import org.jspecify.annotations.Nullable;

/** Evidence of pulsars and likelihoods of sources in, notices about candidates out. */
public final class AlertTopology {

    public static final String PULSAR_STEP = "alert-pulsar";
    public static final String XRAY_STEP = "alert-xray";

    private static final String NOTICES_PREFIX = "notices-";

    private final StepTopics topics;
    private final AlertSettings settings;

    public AlertTopology(StepTopics topics, AlertSettings settings) {
        this.topics = topics;
        this.settings = settings;
    }

    public void addTo(StreamsBuilder builder) {
        KStream<String, CandidateAlert> ofPulsars =
                topics.read(builder, Topics.PULSAR_EVIDENCE, PULSAR_STEP).process(pulsars(), Named.as(PULSAR_STEP));
        KStream<String, CandidateAlert> ofSources =
                topics.read(builder, Topics.XRAY_SOURCE_LIKELIHOOD, XRAY_STEP).process(sources(), Named.as(XRAY_STEP));
        topics.publish(ofPulsars.merge(ofSources, Named.as("alert-merge")), Topics.ALERT_CANDIDATE);
    }

    private Alerts<PulsarEvidence> pulsars() {
        return new Alerts<>(
                topics.input(PULSAR_STEP, "stacks", Topics.PULSAR_EVIDENCE, PulsarEvidence::getPulsar),
                settings,
                new Subject<>(NOTICES_PREFIX + PULSAR_STEP, settings.policy().minimumFrames(), Finding::of),
                stores(PULSAR_STEP));
    }

    private Alerts<SourceLikelihood> sources() {
        return new Alerts<>(
                topics.input(XRAY_STEP, "likelihoods", Topics.XRAY_SOURCE_LIKELIHOOD, SourceLikelihood::getSource),
                settings,
                new Subject<>(NOTICES_PREFIX + XRAY_STEP, 1, AlertTopology::finding),
                stores(XRAY_STEP));
    }

    private static @Nullable Finding finding(SourceLikelihood likelihood) {
        @Nullable MjdInstant lastEvent = likelihood.getLastEventTime();
        return lastEvent == null ? null : Finding.of(likelihood, lastEvent);
    }

    private Set<StoreBuilder<?>> stores(String step) {
        return StoreSet.inOrder(
                RecordLedger.store(step),
                Stores.keyValueStoreBuilder(
                                Stores.persistentKeyValueStore(NOTICES_PREFIX + step),
                                Serdes.String(),
                                topics.values(Topics.ALERT_CANDIDATE))
                        .withLoggingEnabled(Map.of()));
    }

    private record Alerts<I extends SpecificRecord>(
            StepInput<I> input, AlertSettings settings, Subject<I> subject, Set<StoreBuilder<?>> stores)
            implements ProcessorSupplier<String, byte[], String, CandidateAlert> {

        @Override
        public Processor<String, byte[], String, CandidateAlert> get() {
            return new AlertProcessor<>(input, settings, subject);
        }
    }
}
