package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** The lines of a {@code .par} file by canonical name; what nobody asks for stays unknown. */
final class ParParameters {
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("PSRJ", "PSR"),
            Map.entry("PSRB", "PSR"),
            Map.entry("RA", "RAJ"),
            Map.entry("DEC", "DECJ"),
            Map.entry("LAMBDA", "ELONG"),
            Map.entry("BETA", "ELAT"),
            Map.entry("PMLAMBDA", "PMELONG"),
            Map.entry("PMBETA", "PMELAT"),
            Map.entry("CLOCK", "CLK"),
            Map.entry("F", "F0"),
            Map.entry("E", "ECC"),
            Map.entry("A1DOT", "XDOT"),
            Map.entry("FB", "FB0"),
            Map.entry("STIG", "STIGMA"),
            Map.entry("VARSIGMA", "STIGMA"));

    /** Names that select TOAs and may therefore come many times. */
    private static final Pattern REPEATED =
            Pattern.compile("(T2|TN)?(EFAC|EQUAD|ECORR|EF|EQ)|DM(EFAC|EQUAD|JUMP)|D?JUMP|FDJUMP.*|INFO|NITS|.*_?MASK");

    private final String file;
    private final Map<String, ParLine> single = new HashMap<>();
    private final List<ParLine> all = new ArrayList<>();
    private final Set<ParLine> used = new LinkedHashSet<>();

    ParParameters(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    void add(ParLine line) {
        all.add(line);
        if (REPEATED.matcher(line.key()).matches()) {
            return;
        }
        String name = canonicalName(line);
        if (single.putIfAbsent(name, line) != null) {
            throw new ArchiveFormatException(Reason.DUPLICATE_PARAMETER, line.place(), line.key());
        }
    }

    /** The line of a parameter, which from now on counts as represented. */
    Optional<ParLine> take(String name) {
        ParLine line = single.get(name);
        if (line != null) {
            used.add(line);
        }
        return Optional.ofNullable(line);
    }

    ParLine require(String name) {
        return take(name).orElseThrow(() -> ParFileReader.missing(file, name));
    }

    boolean has(String name) {
        return single.containsKey(name);
    }

    double number(String name, double otherwise) {
        return take(name).map(ParLine::number).orElse(otherwise);
    }

    String text(String name, String otherwise) {
        return take(name).map(ParLine::value).orElse(otherwise);
    }

    /** Names of the parameters that come once and are marked as fitted, in file order. */
    List<String> fitted() {
        return all.stream()
                .filter(line -> line.isFitted(2))
                .map(ParParameters::canonicalName)
                .filter(single::containsKey)
                .toList();
    }

    /** Values of {@code prefix1, prefix2, ...}; a gap is zero. */
    List<Double> series(String prefix) {
        Pattern name = Pattern.compile(Pattern.quote(prefix) + "([1-9][0-9]?)");
        List<Double> values = new ArrayList<>();
        single.forEach((key, line) -> {
            var match = name.matcher(key);
            if (match.matches()) {
                int index = Integer.parseInt(match.group(1));
                while (values.size() < index) {
                    values.add(0.0);
                }
                values.set(index - 1, line.number());
                used.add(line);
            }
        });
        return values;
    }

    List<ParLine> all() {
        return all;
    }

    /** The usual name of a line's parameter. */
    static String canonicalName(ParLine line) {
        return ALIASES.getOrDefault(line.key(), line.key());
    }

    void use(ParLine line) {
        used.add(line);
    }

    /** Lines that nothing has taken, as written. */
    List<String> unknown() {
        return all.stream()
                .filter(line -> !used.contains(line))
                .map(ParLine::text)
                .toList();
    }
}
