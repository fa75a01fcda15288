package org.axionwatch.physics.axion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.axionwatch.physics.likelihood.GaussianTail;

/**
 * Evidence for a resonance from summed matched-filter products.
 *
 * <p>Trials: every cell of the grid that the data see counts as one (Bonferroni). Neighbouring cells are correlated, so
 * this bounds the false-alarm probability from above whatever the correlation; for a Lorentzian scanned in steps of 0.4
 * half widths it costs about 0.1 sigma at 5 sigma against the expected number of upcrossings.
 */
public final class StackedEvidence {

    private static final double PEAK_DEPTH = 12.5;

    private final List<CellEvidence> cells;
    private final MatchedFilterProducts sums;

    private StackedEvidence(MatchedFilterProducts sums, List<CellEvidence> cells) {
        this.sums = sums;
        this.cells = List.copyOf(cells);
    }

    /**
     * @param sums products summed over frames; cells with zero denominator are unseen and take no part
     */
    public static StackedEvidence of(MatchedFilterProducts sums) {
        double[] numerators = sums.numerators();
        double[] denominators = sums.denominators();
        ResonanceGrid grid = sums.grid();
        List<CellEvidence> seen = new ArrayList<>();
        for (int cell = 0; cell < numerators.length; cell++) {
            if (denominators[cell] > 0) {
                seen.add(new CellEvidence(
                        cell,
                        grid.frequencyMHz(cell),
                        grid.axionMassEv(cell),
                        numerators[cell] / denominators[cell],
                        1 / Math.sqrt(denominators[cell])));
            }
        }
        return new StackedEvidence(sums, seen);
    }

    /** The cells that the data see, by rising frequency. */
    public List<CellEvidence> cells() {
        return cells;
    }

    /** The cell with the highest local significance; empty where the data see no cell. */
    public Optional<CellEvidence> best() {
        return cells.stream().max(Comparator.comparingDouble(CellEvidence::localSignificance));
    }

    /** What the data say about one cell; empty where they do not see it. */
    public Optional<CellEvidence> at(int cell) {
        return cells.stream().filter(each -> each.cell() == cell).findFirst();
    }

    /**
     * The same stack without some of its cells, which then take no part in the trials either.
     *
     * @param excluded whether the cell of a resonance frequency in MHz is left out
     */
    public StackedEvidence without(DoublePredicate excluded) {
        double[] numerators = sums.numerators();
        double[] denominators = sums.denominators();
        for (CellEvidence cell : cells) {
            if (excluded.test(cell.resonanceFrequencyMHz())) {
                numerators[cell.cell()] = 0;
                denominators[cell.cell()] = 0;
            }
        }
        return of(new MatchedFilterProducts(sums.grid(), numerators, denominators));
    }

    /**
     * Frequency and amplitude of the strongest resonance: posterior means and standard deviations over the unbroken run of
     * cells about the best one whose log-likelihood lies within 12.5 of it, with priors flat in frequency and in the
     * logarithm of the amplitude. Empty where no cell has a positive amplitude.
     */
    public Optional<ResonanceEstimate> estimate() {
        return best().filter(cell -> cell.localSignificance() > 0).map(this::estimateAround);
    }

    private ResonanceEstimate estimateAround(CellEvidence best) {
        double top = best.localSignificance();
        WeightedMoments frequency = new WeightedMoments();
        WeightedMoments amplitude = new WeightedMoments();
        for (CellEvidence cell : peak(best)) {
            double weight =
                    Math.exp(logLikelihoodGain(cell) - logLikelihoodGain(best)) * top / cell.localSignificance();
            frequency.add(weight, cell.resonanceFrequencyMHz(), sums.grid().stepMHz() / Math.sqrt(12));
            amplitude.add(weight, cell.amplitudeSeconds(), cell.uncertaintySeconds());
        }
        return new ResonanceEstimate(
                frequency.mean(), frequency.standardDeviation(), amplitude.mean(), amplitude.standardDeviation());
    }

    private List<CellEvidence> peak(CellEvidence best) {
        int at = cells.indexOf(best);
        int from = at;
        while (from > 0 && belongs(cells.get(from - 1), cells.get(from), best)) {
            from--;
        }
        int to = at;
        while (to < cells.size() - 1 && belongs(cells.get(to + 1), cells.get(to), best)) {
            to++;
        }
        return cells.subList(from, to + 1);
    }

    private static boolean belongs(CellEvidence cell, CellEvidence neighbour, CellEvidence best) {
        return Math.abs(cell.cell() - neighbour.cell()) == 1
                && cell.localSignificance() > 0
                && logLikelihoodGain(cell) > logLikelihoodGain(best) - PEAK_DEPTH;
    }

    private static double logLikelihoodGain(CellEvidence cell) {
        return 0.5 * cell.localSignificance() * cell.localSignificance();
    }

    /** Number of cells that the trials factor counts. */
    public int trials() {
        return cells.size();
    }

    /** One-sided significance of the best cell after the trials factor, sigma; zero where that probability exceeds 1/2. */
    public double globalSignificance() {
        return best().map(cell -> globalSignificance(cell.localSignificance())).orElse(0.0);
    }

    /** One-sided significance of a local one after the trials factor, sigma. */
    public double globalSignificance(double localSignificance) {
        return cells.isEmpty() ? 0 : GaussianTail.afterTrials(localSignificance, cells.size());
    }

    /**
     * Natural logarithm of the likelihood ratio signal to noise, marginalised over the seen cells with equal prior and
     * over a positive amplitude; zero where the data see no cell.
     *
     * @param prior prior on the delay on resonance
     */
    public double logMarginalLikelihoodRatio(AmplitudePrior prior) {
        if (cells.isEmpty()) {
            return 0;
        }
        double[] numerators = sums.numerators();
        double[] denominators = sums.denominators();
        double[] ratios = cells.stream()
                .mapToDouble(cell -> prior.logLikelihoodRatio(numerators[cell.cell()], denominators[cell.cell()]))
                .toArray();
        double largest = ratios[0];
        for (double ratio : ratios) {
            largest = Math.max(largest, ratio);
        }
        double sum = 0;
        for (double ratio : ratios) {
            sum += Math.exp(ratio - largest);
        }
        return largest + Math.log(sum / ratios.length);
    }
}
