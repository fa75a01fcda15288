package org.axionwatch.physics.dispersion;

import java.util.stream.Stream;

/**
 * A white-noise term of a timing model, selected by a flag.
 *
 * @param kind EFAC [1], EQUAD [s], TNEQUAD [log10 of s] or another kind, which does not scale arrival times
 * @param flag name of the selecting flag without hyphen; empty selects every arrival time, {@code mjd} a range of dates
 * @param flagValue value of the selecting flag, or two MJDs (UTC) separated by a blank
 * @param value the term, in the unit of its kind
 */
public record NoiseTerm(String kind, String flag, String flagValue, double value) {

    private static final String DATE_RANGE = "mjd";

    public NoiseTerm {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(kind + " must be finite, not " + value);
        }
        if (flag.equals(DATE_RANGE)) {
            dates(flagValue);
        }
    }

    boolean selects(ObservedToa toa) {
        if (flag.isEmpty()) {
            return true;
        }
        if (flag.equals(DATE_RANGE)) {
            double[] dates = dates(flagValue);
            double mjd = toa.time().toDouble();
            return mjd >= dates[0] && mjd <= dates[1];
        }
        return toa.flags().contains(new ToaFlag(flag, flagValue));
    }

    private static double[] dates(String range) {
        double[] dates = Stream.of(range.strip().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (dates.length != 2) {
            throw new IllegalArgumentException("range of dates needs two MJDs, not \"" + range + "\"");
        }
        return dates;
    }
}
