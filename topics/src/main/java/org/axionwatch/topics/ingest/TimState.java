package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.TimToa.Datum;
import org.axionwatch.topics.ingest.TimToa.Flag;

/** What the commands of a {@code .tim} archive have set so far, and the TOAs read under them. */
final class TimState {
    /** Most TOA lines of one archive [1]. */
    private static final int MAX_TOAS = 2_000_000;

    private final List<TimToa> toas = new ArrayList<>();
    private final SortedMap<String, Integer> skipped = new TreeMap<>();
    private int lines;
    private boolean skipping;
    private double timeOffsetSeconds;
    private double phaseTurns;
    private double efac = 1;
    private double equadMicroseconds;
    private double minUncertainty;
    private double maxUncertainty = Double.POSITIVE_INFINITY;
    private double minFrequency;
    private double maxFrequency = Double.POSITIVE_INFINITY;
    private int jumps;
    private boolean jumping;
    private String info = "";

    boolean skipping() {
        return skipping;
    }

    void apply(TimCommand command) {
        if (command.kind() == TimCommand.Kind.NOSKIP) {
            skipping = false;
        }
        if (skipping) {
            return;
        }
        double number = command.number();
        switch (command.kind()) {
            case SKIP -> skipping = true;
            case TIME -> timeOffsetSeconds += number;
            case PHASE -> phaseTurns += number;
            case EFAC -> efac = number;
            case EQUAD -> equadMicroseconds = number;
            case EMIN -> minUncertainty = number;
            case EMAX -> maxUncertainty = number;
            case FMIN -> minFrequency = number;
            case FMAX -> maxFrequency = number;
            case INFO -> info = command.text();
            case JUMP -> {
                jumping = !jumping;
                jumps += jumping ? 1 : 0;
            }
            default -> {}
        }
    }

    void skip(String reason) {
        lines++;
        skipped.merge(reason, 1, Integer::sum);
    }

    void add(TimLine line, String place) {
        if (lines >= MAX_TOAS) {
            throw new ArchiveFormatException(Reason.TOO_MANY_TOAS, place, "at most " + MAX_TOAS);
        }
        double sigma = line.uncertaintyMicroseconds();
        if (sigma < minUncertainty) {
            skip("below-EMIN");
        } else if (sigma > maxUncertainty) {
            skip("above-EMAX");
        } else if (line.frequencyMHz() < minFrequency) {
            skip("below-FMIN");
        } else if (line.frequencyMHz() > maxFrequency) {
            skip("above-FMAX");
        } else {
            toas.add(toa(line, place));
            lines++;
        }
    }

    private TimToa toa(TimLine line, String place) {
        MjdInstant time = Numbers.plusSeconds(line.time(), timeOffsetSeconds, place);
        double sigma = Math.hypot(efac * line.uncertaintyMicroseconds(), equadMicroseconds);
        var datum =
                new Datum(time, line.frequencyMHz(), sigma * 1e-6, line.tail().dispersionMeasure());
        return new TimToa(lines, line.name(), line.tail().site(), datum, flags(line));
    }

    private List<Flag> flags(TimLine line) {
        List<Flag> flags = new ArrayList<>(line.tail().flags());
        if (jumping) {
            flags.add(new Flag(ParJumps.BLOCK_FLAG, Integer.toString(jumps)));
        }
        double turns = phaseTurns + line.tail().phaseTurns();
        if (turns != 0) {
            flags.add(new Flag("phase", Double.toString(turns)));
        }
        if (!info.isEmpty()) {
            flags.add(new Flag("info", info));
        }
        return flags;
    }

    TimFile result(String name) {
        return new TimFile(name, toas, skipped);
    }
}
