package org.axionwatch.physics.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The radio observatories that arrival times name, by full name, TEMPO2 alias, one-letter TEMPO code or two-letter ITOA
 * code, in any case. ITRF positions are good to metres, which moves a delay inside a sub-integration by far less than
 * a nanosecond. The codes {@code @}, {@code bat}, {@code bary}, and {@code ssb} mean the barycentre.
 */
public final class Observatories {

    private static final String TABLE = "observatories.csv";
    private static final Map<String, Observatory> BY_CODE = load();

    private Observatories() {}

    /**
     * Finds an observatory.
     *
     * @param code name, alias or code as a TOA line carries it
     * @return the observatory, or empty where no observatory has that code
     */
    public static Optional<Observatory> find(String code) {
        return Optional.ofNullable(BY_CODE.get(code.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, Observatory> load() {
        Map<String, Observatory> byCode = new HashMap<>();
        try (BufferedReader table = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Observatories.class.getResourceAsStream(TABLE), TABLE),
                StandardCharsets.UTF_8))) {
            table.lines().filter(line -> !line.startsWith("#")).forEach(line -> register(line, byCode));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(byCode);
    }

    private static void register(String line, Map<String, Observatory> byCode) {
        String[] columns = line.split(",", -1);
        Observatory observatory = columns[0].equals(Observatory.BARYCENTRE.name())
                ? Observatory.BARYCENTRE
                : new Observatory(
                        columns[0],
                        Double.parseDouble(columns[2]),
                        Double.parseDouble(columns[3]),
                        Double.parseDouble(columns[4]));
        byCode.put(columns[0], observatory);
        for (String code : columns[1].split(" ", -1)) {
            Observatory earlier = code.isEmpty() ? null : byCode.putIfAbsent(code, observatory);
            if (earlier != null) {
                throw new IllegalStateException("observatory code " + code + " is given twice");
            }
        }
    }
}
