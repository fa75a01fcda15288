package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axionwatch.records.pulsar.NoiseTerm;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** White-noise lines: {@code KIND value}, {@code KIND -flag text value} or {@code KIND mjd start end value}. */
final class ParNoise {
    private static final double SECONDS_PER_MICROSECOND = 1e-6;

    private static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("EFAC", "EFAC"),
            Map.entry("T2EFAC", "EFAC"),
            Map.entry("TNEF", "EFAC"),
            Map.entry("EQUAD", "EQUAD"),
            Map.entry("T2EQUAD", "EQUAD"),
            Map.entry("TNEQ", "TNEQUAD"),
            Map.entry("TNEQUAD", "TNEQUAD"),
            Map.entry("ECORR", "ECORR"),
            Map.entry("T2ECORR", "ECORR"),
            Map.entry("TNECORR", "ECORR"),
            Map.entry("DMEFAC", "DMEFAC"),
            Map.entry("DMEQUAD", "DMEQUAD"));

    private ParNoise() {}

    static List<NoiseTerm> terms(ParParameters parameters) {
        List<NoiseTerm> terms = new ArrayList<>();
        for (ParLine line : parameters.all()) {
            String kind = KINDS.get(line.key());
            if (kind != null) {
                terms.add(term(kind, line));
                parameters.use(line);
            }
        }
        return terms;
    }

    private static NoiseTerm term(String kind, ParLine line) {
        String selector = line.value();
        if (selector.equalsIgnoreCase("mjd")) {
            double start = Numbers.number(line.field(2), "start", line.place());
            double end = Numbers.number(line.field(3), "end", line.place());
            if (!(start <= end)) {
                throw line.malformed("start is after end");
            }
            return new NoiseTerm(kind, "mjd", line.field(2) + " " + line.field(3), value(kind, line, 4));
        }
        if (Numbers.isNumber(selector) && (line.fields().size() < 4 || Numbers.isNumber(line.field(2)))) {
            return new NoiseTerm(kind, "", "", value(kind, line, 1));
        }
        String flag = selector.startsWith("-") ? selector.substring(1) : selector;
        return new NoiseTerm(kind, flag, line.field(2), value(kind, line, 3));
    }

    private static double value(String kind, ParLine line, int index) {
        double value = Numbers.number(line.field(index), line.key(), line.place());
        boolean isFactor = kind.equals("EFAC") || kind.equals("DMEFAC");
        if (isFactor && !(value > 0) || !isFactor && !kind.equals("TNEQUAD") && !(value >= 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, line.place(), line.key() + " is " + value);
        }
        boolean isMicroseconds = kind.equals("EQUAD") || kind.equals("ECORR");
        return isMicroseconds ? value * SECONDS_PER_MICROSECOND : value;
    }
}
