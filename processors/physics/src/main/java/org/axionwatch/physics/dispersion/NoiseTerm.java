package org.axionwatch.physics.dispersion;

/**
 * A white-noise term of a timing model, selected by a flag.
 *
 * @param kind EFAC [1], EQUAD [s], TNEQUAD [log10 of s] or another kind, which does not scale arrival times
 * @param flag name of the selecting flag without hyphen; empty selects every arrival time, {@code mjd} a range of dates
 * @param flagValue value of the selecting flag, or two MJDs (UTC) separated by a blank
 * @param value the term, in the unit of its kind
 */
public record NoiseTerm(String kind, String flag, String flagValue, double value) {

    /** @throws IllegalArgumentException where the value is not finite or a range has not two ends that are numbers */
    public NoiseTerm {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(kind + " must be finite, not " + value);
        }
        new ToaSelection(flag, flagValue);
    }

    /** Which arrival times it acts on. */
    public ToaSelection selection() {
        return new ToaSelection(flag, flagValue);
    }

    boolean selects(ObservedToa toa) {
        return selection().selects(toa);
    }
}
