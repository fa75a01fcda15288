package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.xray.XrayEventBatch;
import org.jspecify.annotations.Nullable;

/**
 * The built-in observing campaign: five simulated pulsars, one of them with a resonance, the Magnificent Seven of
 * Buschmann et al. 2021 (PRL 126 021102, Table I) and a star-cluster-like X-ray source with an excess. The same seed
 * gives the same records, byte for byte.
 *
 * @param records what to publish: descriptions first, then frames and batches in the order of their times. One frame
 *     and one batch come twice, and one frame is too short for the search
 * @param undecodable bytes that no schema explains, for the topic of the TOA frames
 * @param injections the truth, one entry a source
 */
record ObservingCampaign(List<CampaignRecord> records, Undecodable undecodable, List<Injection> injections) {
    private static final Injection.Scale MICROSECONDS = new Injection.Scale("us", 1e6);

    /**
     * @param key key of the record
     * @param timestampMillis record time, ms after 1970
     * @param text its content
     */
    record Undecodable(String key, long timestampMillis, String text) {}

    ObservingCampaign {
        records = List.copyOf(records);
        injections = List.copyOf(injections);
    }

    static ObservingCampaign generate(long seed, CampaignOptions options) {
        TrustedRecords.trust();
        RandomStreams streams = new RandomStreams(seed);
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        addPulsars(streams, options, parts);
        addXraySources(streams, options, parts);
        parts.data().sort(Comparator.comparingLong(CampaignRecord::timestampMillis));
        CampaignRecord first = parts.data().get(0);
        repeatFirst(PulsarToaFrame.class, parts.data());
        repeatFirst(XrayEventBatch.class, parts.data());
        return new ObservingCampaign(
                Stream.concat(parts.descriptions().stream(), parts.data().stream())
                        .toList(),
                new Undecodable(PulsarDesign.campaign().get(0).name(), first.timestampMillis(), "not an Avro record"),
                parts.injections());
    }

    private record Parts(List<CampaignRecord> descriptions, List<CampaignRecord> data, List<Injection> injections) {}

    private static void addPulsars(RandomStreams streams, CampaignOptions options, Parts parts) {
        List<PulsarDesign> pulsars = PulsarDesign.campaign();
        RandomDataGenerator draw = streams.named("injection/pulsar");
        int host = draw.nextInt(0, pulsars.size() - 1);
        PulsarInjection resonance = PulsarInjection.draw(draw);
        for (int i = 0; i < pulsars.size(); i++) {
            PulsarObservations observations =
                    new PulsarObservations(pulsars.get(i), streams, options.framesPerPulsar());
            if (i == 0) {
                parts.data().add(observations.observeAborted());
            }
            addPulsar(observations, options.signals() && i == host ? resonance : null, parts);
        }
    }

    private static void addPulsar(PulsarObservations observations, @Nullable PulsarInjection resonance, Parts parts) {
        PulsarDesign pulsar = observations.pulsar();
        double amplitude = resonance == null ? 0 : resonance.amplitudeSeconds(observations);
        List<CampaignRecord> frames = observations.observe(resonance, amplitude);
        parts.descriptions()
                .add(new CampaignRecord(
                        pulsar.name(), frames.get(0).timestampMillis(), PulsarRecords.ephemeris(pulsar)));
        parts.data().addAll(frames);
        parts.injections()
                .add(new Injection(
                        pulsar.name(),
                        Injection.Kind.PULSAR,
                        resonance == null ? null : resonance.resonanceFrequencyMHz(),
                        amplitude * MICROSECONDS.perRecordAmplitude(),
                        MICROSECONDS));
    }

    private static void addXraySources(RandomStreams streams, CampaignOptions options, Parts parts) {
        List<XrayObservation> observations = new ArrayList<>(MagnificentSevenTargets.observations(options));
        observations.add(ExcessTarget.observation(streams, options));
        for (XrayObservation observation : observations) {
            parts.descriptions().addAll(observation.descriptions());
            parts.data().addAll(observation.eventBatches(streams));
            parts.injections().add(observation.injection());
        }
    }

    private static void repeatFirst(Class<?> type, List<CampaignRecord> data) {
        CampaignRecord first = data.stream()
                .filter(record -> type.isInstance(record.value()))
                .findFirst()
                .orElseThrow();
        data.add(first);
    }
}
