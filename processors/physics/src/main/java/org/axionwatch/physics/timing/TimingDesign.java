package org.axionwatch.physics.timing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.dispersion.DispersionModel;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.PrefitFrame.Achromatic;
import org.axionwatch.physics.dispersion.TimingModel;

/**
 * The columns of a linear timing fit: by how much a unit of each term raises the residual of each arrival time, the sign that
 * makes a fitted value a correction to add to the timing model. Terms: OFFSET; F0, F1, ...; DM, DM1, ...; FD1, FD2, ...;
 * jumps; sine and cosine of each red-noise component, phase zero at the spin epoch. Where the achromatic part of a frame is
 * free, its achromatic columns are zero: a constant in each sub-integration covers them.
 */
final class TimingDesign {

    private static final double REFERENCE_MHZ = 1000;
    private static final double DEFAULT_SPAN_SECONDS = 10 * 3.15576e7;
    private static final double YEAR_SECONDS =
            PhysicalConstants.SECONDS_PER_DAY * PhysicalConstants.DAYS_PER_JULIAN_YEAR;

    private final TimingRequest request;
    private final List<TimingTerm> terms = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<String> heldFixed;

    /** Value of a column for one arrival time. */
    @FunctionalInterface
    private interface Column {
        double at(ObservedFrame frame, PrefitFrame prefit, int toa);
    }

    TimingDesign(TimingRequest request) {
        this.request = request;
        RedNoise red = request.redNoise();
        double halfSpan = 0.5 * (red == null ? DEFAULT_SPAN_SECONDS : red.timeSpanSeconds());
        Set<String> open = new LinkedHashSet<>(request.fittedTerms());
        add(TimingTerm.flat("OFFSET", "s", 1), achromatic((prefit, toa) -> 1));
        addSpin(open, halfSpan);
        addDispersion(open, halfSpan);
        addProfileEvolution(open);
        addJumps(open);
        if (red != null) {
            addRedNoise(red);
        }
        heldFixed = List.copyOf(open);
    }

    List<TimingTerm> terms() {
        return terms;
    }

    /** Fitted terms of the request that have no column here and keep the values of the timing model. */
    List<String> heldFixed() {
        return heldFixed;
    }

    /** The columns in units of their scale, [toa][term]. */
    double[][] scaledRows(ObservedFrame frame, PrefitFrame prefit) {
        double[][] rows = new double[prefit.size()][columns.size()];
        for (int toa = 0; toa < rows.length; toa++) {
            for (int term = 0; term < rows[toa].length; term++) {
                rows[toa][term] = columns.get(term).at(frame, prefit, toa)
                        * terms.get(term).scale();
            }
        }
        return rows;
    }

    private void addSpin(Set<String> open, double halfSpan) {
        double frequency = request.model().spin().frequencyHz();
        for (int k = 0; k <= request.model().spin().derivatives().size(); k++) {
            int order = k + 1;
            double factor = 1 / (factorial(order) * frequency);
            if (open.remove("F" + k)) {
                add(
                        TimingTerm.flat("F" + k, k == 0 ? "Hz" : "Hz s^-" + k, factor * Math.pow(halfSpan, order)),
                        achromatic((prefit, toa) -> -factor * Math.pow(prefit.secondsFromSpinEpoch()[toa], order)));
            }
        }
    }

    private void addDispersion(Set<String> open, double halfSpan) {
        TimingModel model = request.model();
        for (int k = 0; k <= model.dispersion().derivatives().size(); k++) {
            int order = k;
            double perUnit = delayPerUnit(REFERENCE_MHZ) / factorial(order);
            if (open.remove(k == 0 ? "DM" : "DM" + k)) {
                add(
                        TimingTerm.flat(
                                k == 0 ? "DM" : "DM" + k,
                                k == 0 ? "pc cm^-3" : "pc cm^-3 yr^-" + k,
                                perUnit * Math.pow(halfSpan / YEAR_SECONDS, order)),
                        (frame, prefit, toa) -> delayPerUnit(prefit.barycentricFrequencyMHz()[toa])
                                / factorial(order)
                                * Math.pow(prefit.secondsFromDispersionEpoch()[toa] / YEAR_SECONDS, order));
            }
        }
    }

    private void addProfileEvolution(Set<String> open) {
        int frequencyTerms =
                request.model().dispersion().frequencyDependentDelaysSeconds().size();
        for (int k = 1; k <= frequencyTerms; k++) {
            int order = k;
            if (open.remove("FD" + k)) {
                add(
                        TimingTerm.flat("FD" + k, "s", 1),
                        (frame, prefit, toa) ->
                                Math.pow(Math.log(prefit.barycentricFrequencyMHz()[toa] / REFERENCE_MHZ), order));
            }
        }
    }

    private void addJumps(Set<String> open) {
        for (TimingJump jump : request.jumps()) {
            if (open.remove(jump.name())) {
                add(
                        TimingTerm.flat(jump.name(), "s", 1),
                        (frame, prefit, toa) ->
                                jump.selection().selects(frame.toas().get(toa)) ? -1 : 0);
            }
        }
    }

    private void addRedNoise(RedNoise red) {
        for (int k = 1; k <= red.components(); k++) {
            double frequency = red.angularFrequency(k);
            double variance = red.priorVariance(k);
            add(
                    TimingTerm.withPrior("RED_SIN_" + k, "s", variance),
                    achromatic((prefit, toa) -> Math.sin(frequency * prefit.secondsFromSpinEpoch()[toa])));
            add(
                    TimingTerm.withPrior("RED_COS_" + k, "s", variance),
                    achromatic((prefit, toa) -> Math.cos(frequency * prefit.secondsFromSpinEpoch()[toa])));
        }
    }

    /** A column of what all frequencies share. */
    @FunctionalInterface
    private interface AchromaticColumn {
        double at(PrefitFrame prefit, int toa);
    }

    private static Column achromatic(AchromaticColumn column) {
        return (frame, prefit, toa) -> prefit.achromatic() == Achromatic.FREE ? 0 : column.at(prefit, toa);
    }

    private void add(TimingTerm term, Column column) {
        terms.add(term);
        columns.add(column);
    }

    private static double delayPerUnit(double frequencyMHz) {
        return DispersionModel.DEFAULT.delaySeconds(1, frequencyMHz);
    }

    private static double factorial(int n) {
        double product = 1;
        for (int k = 2; k <= n; k++) {
            product *= k;
        }
        return product;
    }

    /** Sum of the jumps of the timing model that act on an arrival time, s. */
    double jumpSeconds(ObservedFrame frame, int toa) {
        double sum = 0;
        for (TimingJump jump : request.jumps()) {
            if (jump.selection().selects(frame.toas().get(toa))) {
                sum += jump.offsetSeconds();
            }
        }
        return sum;
    }
}
