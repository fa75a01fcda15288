package org.axionwatch.topics.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.DmxRange;
import org.axionwatch.records.pulsar.NoiseTerm;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Datum;
import org.axionwatch.topics.ingest.TimToa.Flag;

/**
 * Reads a table of timing residuals: columns {@code toas} (barycentric, seconds since MJD 0, TDB), {@code residuals}
 * and {@code toaerrs} [s], {@code freqs} (barycentric MHz) and {@code backend_flags}, with {@code <name>.meta.json}
 * beside it for name, dispersion measure, DMX and published noise values.
 *
 * <p>A frame is one back end's TOAs without a gap of more than a quarter of a day. The table holds no spin: the
 * ephemeris carries 1 Hz at the first TOA's day, which ready residuals never use, and says so among its unknown lines.
 */
public final class ResidualTableReader {
    private static final List<String> COLUMNS = List.of("toas", "residuals", "toaerrs", "freqs", "backend_flags");
    private static final double UNUSED_SPIN_HZ = 1.0;

    /** The pulsar and its frames in time order. */
    public record Residuals(PulsarEphemeris ephemeris, List<PulsarToaFrame> frames) {
        public Residuals {
            frames = List.copyOf(frames);
        }
    }

    /**
     * Reads a table and its description.
     *
     * @throws ArchiveFormatException with file, line and reason if either cannot be read
     */
    public Residuals read(Path table) {
        TrustedRecords.trust();
        TextFile text = TextFile.read(table);
        String stem = text.name().replaceFirst("\\.csv$", "");
        Path description = table.resolveSibling(stem + ".meta.json");
        JsonNode meta = json(description);
        String pulsar = meta.path("name").asText("");
        if (pulsar.isBlank() || !meta.path("dm").isNumber()) {
            throw new ArchiveFormatException(Reason.MISSING_PARAMETER, TextFile.name(description), "name or dm");
        }
        List<TimToa> toas = new ArrayList<>();
        List<Double> residuals = rows(text, toas);
        var file = new TimFile(text.name(), toas, new TreeMap<>());
        List<PulsarToaFrame> frames = new FrameAssembler().assemble(pulsar, file);
        frames.forEach(frame ->
                frame.getChannels().forEach(channel -> channel.setDelaySeconds(residuals.get(channel.getToaIndex()))));
        return new Residuals(
                ephemeris(pulsar, meta, text.name(), toas.get(0).datum().time()), frames);
    }

    private static List<Double> rows(TextFile text, List<TimToa> toas) {
        if (text.lines().size() < 2) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, text.name(), "no row");
        }
        List<String> header = List.of(text.lines().get(0).split(",", -1));
        if (!header.containsAll(COLUMNS)) {
            throw new ArchiveFormatException(Reason.MISSING_COLUMN, text.place(0), "needs " + COLUMNS);
        }
        int[] index = COLUMNS.stream().mapToInt(header::indexOf).toArray();
        List<Double> residuals = new ArrayList<>();
        for (int i = 1; i < text.lines().size(); i++) {
            String[] cells = text.lines().get(i).split(",", -1);
            if (cells.length != header.size()) {
                throw new ArchiveFormatException(
                        Reason.MALFORMED_TABLE, text.place(i), cells.length + " cells for " + header.size());
            }
            text.requireWhole(i);
            residuals.add(Numbers.number(cells[index[1]], "residual", text.place(i)));
            toas.add(toa(toas.size(), cells, index, text.place(i)));
        }
        return residuals;
    }

    private static TimToa toa(int number, String[] cells, int[] index, String place) {
        MjdInstant time = instant(cells[index[0]], place);
        double frequency = Numbers.positive(cells[index[3]], "frequency", place);
        double sigma = Numbers.positive(cells[index[2]], "uncertainty", place);
        String backend = cells[index[4]];
        var flags = List.of(new Flag("be", backend), new Flag("f", backend));
        return new TimToa(number, backend, "@", new Datum(time, frequency, sigma, null), flags);
    }

    private static MjdInstant instant(String seconds, String place) {
        BigDecimal[] parts = new BigDecimal(Numbers.decimal(seconds, "TOA", place))
                .divideAndRemainder(BigDecimal.valueOf((long) Numbers.SECONDS_PER_DAY));
        double fraction = parts[1].doubleValue() / Numbers.SECONDS_PER_DAY;
        double day = parts[0].doubleValue();
        if (!(Math.abs(day) < 1e6)) {
            throw new ArchiveFormatException(Reason.OUT_OF_RANGE, place, "TOA is " + seconds);
        }
        return Numbers.instant((int) day, fraction, "TOA " + seconds, place);
    }

    private static PulsarEphemeris ephemeris(String pulsar, JsonNode meta, String file, MjdInstant first) {
        return PulsarEphemeris.newBuilder()
                .setPulsar(pulsar)
                .setFile(file)
                .setPositionFrame(PositionFrame.NONE)
                .setSpinFrequencyHz(UNUSED_SPIN_HZ)
                .setSpinEpoch(new MjdInstant(first.getDay(), 0.0))
                .setDispersionMeasurePcPerCm3(meta.path("dm").asDouble())
                .setDmxRanges(dmx(meta.path("dmx")))
                .setNoise(noise(pulsar, meta.path("noisedict")))
                .setUnknownLines(List.of("residual table: spin frequency is not given and not used"))
                .build();
    }

    private static List<DmxRange> dmx(JsonNode node) {
        List<DmxRange> ranges = new ArrayList<>();
        node.properties()
                .forEach(entry -> ranges.add(new DmxRange(
                        entry.getKey().replace("DMX_", ""),
                        entry.getValue().path("DMX").asDouble(),
                        entry.getValue().path("DMXR1").asDouble(),
                        entry.getValue().path("DMXR2").asDouble())));
        return ranges;
    }

    /** Keys {@code <pulsar>_<backend>_efac}, {@code _log10_t2equad}, {@code _log10_ecorr}. */
    private static List<NoiseTerm> noise(String pulsar, JsonNode node) {
        Map<String, String> kinds = Map.of("_efac", "EFAC", "_log10_t2equad", "EQUAD", "_log10_ecorr", "ECORR");
        List<NoiseTerm> terms = new ArrayList<>();
        for (var entry : node.properties()) {
            kinds.forEach((suffix, kind) -> {
                String key = entry.getKey();
                if (key.startsWith(pulsar + "_")
                        && key.endsWith(suffix)
                        && entry.getValue().isNumber()) {
                    String backend = key.substring(pulsar.length() + 1, key.length() - suffix.length());
                    double value = entry.getValue().asDouble();
                    terms.add(new NoiseTerm(kind, "f", backend, kind.equals("EFAC") ? value : Math.pow(10, value)));
                }
            });
        }
        return terms;
    }

    private static JsonNode json(Path file) {
        TextFile text = TextFile.read(file);
        try {
            return new ObjectMapper().readTree(String.join("\n", text.lines()));
        } catch (IOException e) {
            throw new ArchiveFormatException(Reason.MALFORMED_TABLE, text.name(), "no valid JSON", e);
        }
    }
}
