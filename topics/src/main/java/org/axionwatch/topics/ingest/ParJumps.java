package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.TimingJump;

/**
 * JUMP lines, in file order: {@code JUMP -flag value offset [fit]}, {@code JUMP MJD start end offset [fit]},
 * {@code JUMP FREQ low high offset [fit]} and {@code JUMP TEL site offset [fit]}.
 */
final class ParJumps {
    /** Flag of the TOAs inside a JUMP block of a {@code .tim} file. */
    static final String BLOCK_FLAG = "tim_jump";

    private static final Set<String> RANGES = Set.of("mjd", "freq");
    private static final String OBSERVATORY = "tel";

    /** Jumps with the lines that define them. */
    private final Map<TimingJump, ParLine> lines = new LinkedHashMap<>();

    ParJumps(ParParameters parameters) {
        for (ParLine line : parameters.all()) {
            if (line.key().equals("JUMP")) {
                lines.put(jump("JUMP" + (lines.size() + 1), line), line);
                parameters.use(line);
            }
        }
    }

    /**
     * Adds to an ephemeris the JUMP blocks of its {@code .tim} archive: each is an offset of zero to be fitted, unless the
     * {@code .par} file has it.
     *
     * @param blocks values of the flag {@value #BLOCK_FLAG}
     */
    static void addBlocks(PulsarEphemeris ephemeris, SortedSet<Integer> blocks) {
        List<TimingJump> jumps = new ArrayList<>(ephemeris.getJumps());
        List<String> fitted = new ArrayList<>(ephemeris.getFittedTerms());
        for (int block : blocks) {
            String value = Integer.toString(block);
            boolean isKnown = jumps.stream()
                    .anyMatch(jump -> jump.getFlag().equals(BLOCK_FLAG)
                            && jump.getFlagValue().equals(value));
            if (!isKnown) {
                String label = "JUMP" + (jumps.size() + 1);
                jumps.add(new TimingJump(label, BLOCK_FLAG, value, 0.0));
                fitted.add(label);
            }
        }
        ephemeris.setJumps(jumps);
        ephemeris.setFittedTerms(fitted);
    }

    List<TimingJump> jumps() {
        return List.copyOf(lines.keySet());
    }

    /** Labels of the jumps marked as fitted. */
    List<String> fitted() {
        return lines.entrySet().stream()
                .filter(entry -> entry.getValue().isFitted(offsetField(entry.getValue()) + 1))
                .map(entry -> entry.getKey().getLabel())
                .toList();
    }

    private static TimingJump jump(String label, ParLine line) {
        String selector = line.value().toLowerCase(Locale.ROOT);
        double offset = Numbers.number(line.field(offsetField(line)), line.key(), line.place());
        if (RANGES.contains(selector)) {
            double start = Numbers.number(line.field(2), "start", line.place());
            double end = Numbers.number(line.field(3), "end", line.place());
            if (!(start <= end)) {
                throw line.malformed("start is after end");
            }
            return new TimingJump(label, selector, line.field(2) + " " + line.field(3), offset);
        }
        if (selector.equals(OBSERVATORY)) {
            return new TimingJump(label, selector, line.field(2), offset);
        }
        if (!selector.startsWith("-") || Numbers.isNumber(selector)) {
            throw line.malformed("neither a flag, MJD, FREQ nor TEL: " + line.value());
        }
        return new TimingJump(label, line.value().substring(1), line.field(2), offset);
    }

    private static int offsetField(ParLine line) {
        return RANGES.contains(line.value().toLowerCase(Locale.ROOT)) ? 4 : 3;
    }
}
