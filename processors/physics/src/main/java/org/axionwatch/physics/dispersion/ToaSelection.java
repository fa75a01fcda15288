package org.axionwatch.physics.dispersion;

import java.util.stream.Stream;
import org.axionwatch.physics.time.Observatories;

/**
 * Which arrival times a term of a timing model acts on.
 *
 * @param flag name of the selecting flag without hyphen; empty selects every arrival time, {@code mjd} a range of dates,
 *     {@code freq} one of frequencies at the observatory, {@value #OBSERVATORY} an observatory
 * @param value value of the selecting flag, the two ends of a range (MJD UTC; MHz) separated by a blank, or any code of the
 *     observatory
 */
public record ToaSelection(String flag, String value) {

    /** Name of the flag that carries the observatory's code of an arrival time. */
    public static final String OBSERVATORY = "tel";

    private static final String DATES = "mjd";
    private static final String FREQUENCIES = "freq";

    /** @throws IllegalArgumentException where a range has not two ends that are numbers */
    public ToaSelection {
        if (isRange(flag)) {
            range(flag, value);
        }
    }

    /** Whether the term acts on an arrival time. */
    public boolean selects(ObservedToa toa) {
        if (flag.isEmpty()) {
            return true;
        }
        if (isRange(flag)) {
            double[] ends = range(flag, value);
            double position = flag.equals(DATES) ? toa.time().toDouble() : toa.frequencyMHz();
            return position >= ends[0] && position <= ends[1];
        }
        if (flag.equals(OBSERVATORY)) {
            return toa.flags().stream()
                    .anyMatch(own -> own.name().equals(OBSERVATORY) && isSameSite(own.value(), value));
        }
        return toa.flags().contains(new ToaFlag(flag, value));
    }

    private static boolean isSameSite(String code, String other) {
        return code.equalsIgnoreCase(other)
                || Observatories.find(code).isPresent()
                        && Observatories.find(code).equals(Observatories.find(other));
    }

    private static boolean isRange(String flag) {
        return flag.equals(DATES) || flag.equals(FREQUENCIES);
    }

    private static double[] range(String flag, String value) {
        double[] ends = Stream.of(value.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (ends.length != 2) {
            throw new IllegalArgumentException("range of " + flag + " needs two numbers, not \"" + value + "\"");
        }
        return ends;
    }
}
