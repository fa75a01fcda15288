package org.axionwatch.topics.ingest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nom.tam.fits.FitsException;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Turns an OGIP spectrum and the background it names into one batch of ready-made counts. The first region of the source
 * is the spectrum, the second its background. A channel belongs to the energy bin that holds the middle of its EBOUNDS; RESPFILE
 * and BACKFILE lie beside the spectrum.
 */
final class SpectrumBatcher {
    /** By how much the ratio of background shapes may differ from that of the files. */
    private static final double SHAPE_TOLERANCE = 1e-3;

    private static final double WHOLE_COUNTS = 1e-3;

    private final XraySource source;
    private final double[] edgesKeV;

    SpectrumBatcher(XraySource source) {
        TrustedRecords.trust();
        this.source = source;
        this.edgesKeV = source.getEnergyEdgesKeV().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }

    /** When and with what a spectrum was taken. */
    private record Observation(String id, String instrument, MjdInstant epoch, List<GoodTimeInterval> goodTimes) {}

    /** Whether a file holds a spectrum and no event list. */
    static boolean isSpectrum(Path path) {
        return FitsFile.read(
                path,
                file -> file.first(table -> table.extension().equals("EVENTS")).isEmpty()
                        && file.first(table -> table.extension().equals("SPECTRUM"))
                                .isPresent());
    }

    /** @throws ArchiveFormatException where a file cannot be read, or the files do not fit each other or the source */
    XrayEventBatch batch(Path path) {
        PhaSpectrum spectrum = new PhaReader().read(path);
        String name = spectrum.file();
        PhaSpectrum background = background(path, spectrum);
        EnergyGrid channels = channels(path, spectrum);
        requireShapes(spectrum, background);
        int regions = source.getRegions().size();
        long[] counts = new long[(edgesKeV.length - 1) * regions];
        long outside = add(spectrum, channels, counts, 0);
        if (background != null) {
            outside += add(background, channels, counts, 1);
        }
        Observation observation = FitsFile.read(path, SpectrumBatcher::observation);
        String identity = String.join("\0", source.getSource(), observation.id, observation.instrument, name);
        return XrayEventBatch.newBuilder()
                .setBatchId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setSource(source.getSource())
                .setObservation(observation.id)
                .setInstrument(observation.instrument)
                .setFile(name)
                .setLivetimeSeconds(spectrum.exposureSeconds())
                .setReferenceEpoch(observation.epoch)
                .setGoodTimeIntervals(observation.goodTimes)
                .setEventIndexStart(0)
                .setEventTimesSeconds(List.of())
                .setEnergiesKeV(List.of())
                .setPositionsX(List.of())
                .setPositionsY(List.of())
                .setSkyReference(source.getSkyReference())
                .setBinnedCounts(Arrays.stream(counts).boxed().toList())
                .setBinnedOutside(outside)
                .build();
    }

    /** Events of a batch of counts. */
    static long events(XrayEventBatch batch) {
        return batch.getBinnedOutside()
                + batch.getBinnedCounts().stream().mapToLong(Long::longValue).sum();
    }

    private static @Nullable PhaSpectrum background(Path path, PhaSpectrum spectrum) {
        String name = spectrum.links().background();
        return name == null ? null : new PhaReader().read(beside(path, name));
    }

    private static EnergyGrid channels(Path path, PhaSpectrum spectrum) {
        String name = spectrum.links().redistribution();
        if (name == null) {
            throw new ArchiveFormatException(
                    Reason.MISSING_KEYWORD, spectrum.file() + "[SPECTRUM]", "RESPFILE, for the energies of channels");
        }
        var response = new InstrumentResponse(null, new RmfReader().read(beside(path, name)));
        response.requireChannelsOf(spectrum);
        return response.matrix().channels();
    }

    private static Path beside(Path path, String name) {
        Path file = path.resolveSibling(name);
        if (!TextFile.name(file).equals(name)) {
            throw new ArchiveFormatException(Reason.OUTSIDE_FOLDER, name, "named by " + TextFile.name(path));
        }
        return file;
    }

    private void requireShapes(PhaSpectrum spectrum, @Nullable PhaSpectrum background) {
        List<SkyRegion> regions = source.getRegions();
        if (regions.size() != (background == null ? 1 : 2)) {
            throw mismatch(spectrum, "the source needs " + (background == null ? "one region" : "two regions"));
        }
        if (background == null) {
            return;
        }
        double expected = regions.get(0).getBackgroundShape() / regions.get(1).getBackgroundShape();
        for (double scale : spectrum.scaleTo(background)) {
            if (!(Math.abs(scale / expected - 1) <= SHAPE_TOLERANCE)) {
                throw mismatch(
                        spectrum,
                        "backgroundShape of its second region must be " + 1 / scale + " times that of its first, not "
                                + 1 / expected);
            }
        }
    }

    private ArchiveFormatException mismatch(PhaSpectrum spectrum, String detail) {
        return new ArchiveFormatException(
                Reason.INVALID_DESCRIPTION, spectrum.file() + "[SPECTRUM]", source.getSource() + ": " + detail);
    }

    /** Counts of channels in no energy bin. */
    private long add(PhaSpectrum spectrum, EnergyGrid channels, long[] counts, int region) {
        long outside = 0;
        for (int i = 0; i < spectrum.size(); i++) {
            int bin = bin(0.5 * (channels.lowerKeV()[i] + channels.upperKeV()[i]));
            long whole = whole(spectrum, i);
            if (bin < 0) {
                outside += whole;
                continue;
            }
            if (spectrum.channels().quality()[i] != 0) {
                throw new ArchiveFormatException(
                        Reason.OUT_OF_RANGE,
                        spectrum.file() + "[SPECTRUM]",
                        "QUALITY of channel " + (spectrum.firstChannel() + i) + " in an energy bin is "
                                + spectrum.channels().quality()[i]);
            }
            counts[bin * source.getRegions().size() + region] += whole;
        }
        return outside;
    }

    private int bin(double energyKeV) {
        int found = Arrays.binarySearch(edgesKeV, energyKeV);
        int bin = found >= 0 ? found : -found - 2;
        return bin < edgesKeV.length - 1 ? bin : -1;
    }

    private static long whole(PhaSpectrum spectrum, int channel) {
        double counts = spectrum.channels().counts()[channel];
        if (!(Math.abs(counts - Math.rint(counts)) <= WHOLE_COUNTS)) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_COLUMN,
                    spectrum.file() + "[SPECTRUM]",
                    counts + " counts in channel " + (spectrum.firstChannel() + channel) + " are no whole number");
        }
        return Math.round(counts);
    }

    private static Observation observation(FitsFile file) throws FitsException {
        FitsTable spectrum = file.table("SPECTRUM", "SPECTRUM");
        FitsKeywords keywords = spectrum.keywords();
        List<GoodTimeInterval> goodTimes = new ArrayList<>(GoodTimes.of(file));
        FitsKeywords times = file.first(GoodTimes::isOne).orElse(spectrum).keywords();
        return new Observation(
                keywords.text("OBS_ID", file.name()),
                (keywords.text("TELESCOP", "") + " " + keywords.text("INSTRUME", "")).strip(),
                times.referenceEpoch(),
                goodTimes);
    }
}
