package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.catalog.Topic;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.jspecify.annotations.Nullable;

/**
 * The built-in observing campaign: five simulated pulsars, one of them with a resonance, the Magnificent Seven of
 * Buschmann et al. 2021 (PRL 126 021102, Table I) and a star-cluster-like X-ray source with an excess. The same seed
 * gives the same records, byte for byte.
 *
 * @param archive what to publish: descriptions, and frames and batches in the order of their times. One frame and one
 *     batch come twice, and one frame is too short for the search
 * @param undecodable text that no schema explains, for the topic of the TOA frames
 * @param injections the truth, one entry a source
 */
record ObservingCampaign(Archive archive, Undecodable undecodable, List<Injection> injections) {
    /** Sources of a campaign. */
    static final int SOURCES = 13;

    private static final Injection.Scale MICROSECONDS = new Injection.Scale("us", 1e6);

    /**
     * @param key key of the record
     * @param timestampMs record time, ms after 1970
     * @param text its content
     */
    record Undecodable(String key, long timestampMs, String text) {}

    ObservingCampaign {
        injections = List.copyOf(injections);
    }

    /**
     * @param seed seed of everything random
     * @param options what the campaign contains
     * @param progress told the number of sources observed so far, {@link #SOURCES} in the end
     */
    static ObservingCampaign generate(long seed, CampaignOptions options, LongConsumer progress) {
        TrustedRecords.trust();
        RandomStreams streams = new RandomStreams(seed);
        Parts parts = new Parts(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), progress);
        addPulsars(streams, options, parts);
        addXraySources(streams, options, parts);
        parts.data().sort(Comparator.comparingLong(ArchiveRecord::timestampMs));
        repeatFirst(Topics.PULSAR_TOA_FRAME, parts.data());
        repeatFirst(Topics.XRAY_EVENT_BATCH, parts.data());
        ArchiveRecord first = parts.definitions().get(0);
        return new ObservingCampaign(
                new Archive("campaign of seed " + seed, parts.definitions(), parts.data(), account(parts.data())),
                new Undecodable(first.key(), first.timestampMs(), "not an Avro record"),
                parts.injections());
    }

    private record Parts(
            List<ArchiveRecord> definitions,
            List<ArchiveRecord> data,
            List<Injection> injections,
            LongConsumer progress) {
        void inject(Injection injection) {
            injections.add(injection);
            progress.accept(injections.size());
        }
    }

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
        List<ArchiveRecord> frames = observations.observe(resonance, amplitude);
        parts.definitions()
                .add(new ArchiveRecord(
                        Topics.PULSAR_EPHEMERIS,
                        pulsar.name(),
                        PulsarRecords.ephemeris(pulsar),
                        frames.get(0).timestampMs()));
        parts.data().addAll(frames);
        parts.inject(new Injection(
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
            parts.definitions().addAll(observation.descriptions());
            parts.data().addAll(observation.eventBatches(streams));
            parts.inject(observation.injection());
        }
    }

    private static void repeatFirst(Topic<?> topic, List<ArchiveRecord> data) {
        ArchiveRecord first = data.stream()
                .filter(record -> record.topic().equals(topic))
                .findFirst()
                .orElseThrow();
        data.add(first);
    }

    private static Archive.Account account(List<ArchiveRecord> data) {
        long toas = 0;
        long events = 0;
        for (ArchiveRecord record : data) {
            if (record.value() instanceof PulsarToaFrame frame) {
                toas += frame.getChannels().size();
            } else if (record.value() instanceof XrayEventBatch batch) {
                events += batch.getEnergiesKeV().size();
            }
        }
        return new Archive.Account(toas, new TreeMap<>(), events);
    }
}
