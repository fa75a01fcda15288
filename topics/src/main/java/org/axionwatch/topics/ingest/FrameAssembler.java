package org.axionwatch.topics.ingest;

import static java.util.Comparator.comparingInt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.pulsar.ToaFlag;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Datum;
import org.axionwatch.topics.ingest.TimToa.Flag;
import org.axionwatch.topics.ingest.TimToa.WidebandDm;
import org.jspecify.annotations.Nullable;

/**
 * Puts the TOAs of an archive into frames: one observation of one observatory and back end.
 *
 * <p>TOAs belong together when observation name ({@link ObservationName}; they need not follow each other), site and
 * {@code -be} agree and no gap of more than {@value #GAP_DAYS} d separates them: simulated archives give every TOA one
 * name, and no real observation of the reference archives pauses for longer than 0.022 d. Where a name has several
 * such frames each is called {@code name@day.hundredths}.
 *
 * <p>The TOAs of a Princeton file name no observation: those of one site without such a gap between them are one, named
 * after the archive. The name in an ITOA line is the pulsar's, which comes to the same. TOAs without frequency or weight
 * ({@link TimFile#forFrames()}) are in no frame.
 *
 * <p>Sub-integrations are numbered by {@link SubIntegrations}. Frames of any length are made, in order of their first TOA.
 */
public final class FrameAssembler {
    private static final double GAP_DAYS = 0.25;

    /** Largest encoded frame [byte]; Kafka's default record limit is 1 MiB. */
    private static final int MAX_FRAME_BYTES = 1_000_000;

    private static final Comparator<TimToa> BY_TIME = Comparator.<TimToa>comparingInt(
                    toa -> toa.datum().time().getDay())
            .thenComparingDouble(toa -> toa.datum().time().getFraction())
            .thenComparingInt(TimToa::index);

    /**
     * The frames of an archive.
     *
     * @param pulsar key of the frames
     * @throws ArchiveFormatException if a frame does not fit into one record
     */
    public List<PulsarToaFrame> assemble(String pulsar, TimFile file) {
        TrustedRecords.trust();
        var groups = new LinkedHashMap<Group, List<TimToa>>();
        for (TimToa toa : file.forFrames().toas()) {
            groups.computeIfAbsent(Group.of(toa, file), group -> new ArrayList<>())
                    .add(toa);
        }
        List<PulsarToaFrame> frames = new ArrayList<>();
        groups.forEach((group, toas) -> {
            List<List<TimToa>> observations = splitAtGaps(toas);
            for (List<TimToa> observation : observations) {
                Group named = observations.size() == 1 ? group : group.at(observation.get(0));
                frames.add(frame(pulsar, file.name(), named, observation));
            }
        });
        frames.sort(Comparator.comparingLong(FrameAssembler::timestampMs).thenComparing(PulsarToaFrame::getFrameId));
        return frames;
    }

    /** Record timestamp of a frame: its first arrival time [ms since 1970]. */
    public static long timestampMs(PulsarToaFrame frame) {
        return frame.getChannels().stream()
                .mapToLong(channel -> Numbers.epochMillis(channel.getTime()))
                .min()
                .orElseThrow();
    }

    /**
     * From the first to the last arrival time of an archive [s], null where there are no two; leap seconds of UTC archives
     * are not counted.
     */
    static @Nullable Double timeSpanSeconds(List<PulsarToaFrame> frames) {
        List<MjdInstant> times = frames.stream()
                .flatMap(frame -> frame.getChannels().stream())
                .map(ToaChannel::getTime)
                .sorted(Comparator.comparingInt(MjdInstant::getDay).thenComparingDouble(MjdInstant::getFraction))
                .toList();
        double span = times.isEmpty() ? 0 : Numbers.secondsBetween(times.get(0), times.get(times.size() - 1));
        return span > 0 ? span : null;
    }

    private record Group(String observation, String site, String backend) {
        static Group of(TimToa toa, TimFile file) {
            String name = toa.name().isEmpty() ? file.name().replaceFirst("\\.[^.]*$", "") : toa.name();
            String site = TimLine.canonicalSite(toa.site());
            return new Group(ObservationName.of(name), site, toa.flag("be").orElse(""));
        }

        Group at(TimToa first) {
            MjdInstant time = first.datum().time();
            int hundredths = (int) (time.getFraction() * 100);
            return new Group(
                    String.format(Locale.ROOT, "%s@%d.%02d", observation, time.getDay(), hundredths), site, backend);
        }
    }

    private static List<List<TimToa>> splitAtGaps(List<TimToa> toas) {
        List<List<TimToa>> parts = new ArrayList<>();
        TimToa previous = null;
        for (TimToa toa : toas.stream().sorted(BY_TIME).toList()) {
            if (previous == null
                    || Numbers.secondsBetween(
                                    previous.datum().time(), toa.datum().time())
                            > GAP_DAYS * Numbers.SECONDS_PER_DAY) {
                parts.add(new ArrayList<>());
            }
            parts.get(parts.size() - 1).add(toa);
            previous = toa;
        }
        return parts;
    }

    private static PulsarToaFrame frame(String pulsar, String file, Group group, List<TimToa> byTime) {
        Map<TimToa, Integer> subIntegrations = SubIntegrations.numbered(byTime);
        List<TimToa> toas = byTime.stream().sorted(comparingInt(TimToa::index)).toList();
        List<Flag> shared = toas.get(0).flags().stream()
                .filter(flag -> toas.stream().allMatch(toa -> toa.flags().contains(flag)))
                .toList();
        PulsarToaFrame frame = PulsarToaFrame.newBuilder()
                .setFrameId(frameId(pulsar, file, group))
                .setPulsar(pulsar)
                .setObservation(group.observation)
                .setFile(file)
                .setObservatory(group.site)
                .setBackend(group.backend)
                .setReceiver(toas.get(0).flag("fe").orElse(""))
                .setTimeScale(group.site.equals(TimLine.BARYCENTRE_CODE) ? TimeScale.TDB : TimeScale.UTC)
                .setFlags(flags(shared))
                .setChannels(toas.stream()
                        .map(toa -> channel(toa, subIntegrations.getOrDefault(toa, 0), shared))
                        .toList())
                .build();
        requireFits(frame, file);
        return frame;
    }

    private static String frameId(String pulsar, String file, Group group) {
        String identity = String.join("\0", pulsar, file, group.observation, group.site, group.backend);
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static ToaChannel channel(TimToa toa, int subIntegration, List<Flag> shared) {
        Datum datum = toa.datum();
        WidebandDm dm = datum.dispersionMeasure();
        return ToaChannel.newBuilder()
                .setToaIndex(toa.index())
                .setSubIntegration(subIntegration)
                .setTime(datum.time())
                .setFrequencyMHz(datum.frequencyMHz())
                .setUncertaintySeconds(datum.uncertaintySeconds())
                .setDispersionMeasurePcPerCm3(dm == null ? null : dm.pcPerCm3())
                .setDispersionMeasureUncertaintyPcPerCm3(dm == null ? null : dm.uncertaintyPcPerCm3())
                .setFlags(flags(toa.flags().stream()
                        .filter(flag -> !shared.contains(flag))
                        .toList()))
                .build();
    }

    private static List<ToaFlag> flags(List<Flag> flags) {
        return flags.stream()
                .map(flag -> new ToaFlag(flag.name(), flag.value()))
                .toList();
    }

    private static void requireFits(PulsarToaFrame frame, String file) {
        int bytes;
        try {
            bytes = PulsarToaFrame.getEncoder().encode(frame).remaining();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes > MAX_FRAME_BYTES) {
            throw new ArchiveFormatException(
                    Reason.FRAME_TOO_LARGE,
                    file,
                    "observation %s has %d TOAs in %d bytes, at most %d"
                            .formatted(
                                    frame.getObservation(), frame.getChannels().size(), bytes, MAX_FRAME_BYTES));
        }
    }
}
