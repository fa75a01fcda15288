package org.axionwatch.ml;

import java.util.Locale;
import org.axionwatch.physics.axion.AmplitudePrior;
import org.axionwatch.physics.axion.MatchedFilterBank;
import org.axionwatch.physics.axion.MatchedFilterProducts;
import org.axionwatch.physics.axion.ResonanceGrid;
import org.axionwatch.physics.axion.StackedEvidence;
import org.axionwatch.physics.dispersion.ResidualCurve;

/**
 * The ideal observer for white noise: the exact likelihood ratio marginalised over the resonance frequency (uniform over the
 * cells that the curve sees) and over the delay on resonance (half-normal, in units of the channel noise), at equal prior
 * odds. No classifier that shares these priors does better (Neyman and Pearson).
 */
public final class MatchedFilterScorer implements SignalScorer {

    private static final double DEFAULT_PRIOR_SIGNAL_TO_NOISE = 1;

    private final MatchedFilterBank bank;
    private final double priorSignalToNoise;
    private final String modelId;

    /**
     * @param bank templates to marginalise over
     * @param priorSignalToNoise scale of the half-normal prior: delay on resonance over channel uncertainty
     */
    public MatchedFilterScorer(MatchedFilterBank bank, double priorSignalToNoise) {
        if (!(priorSignalToNoise > 0) || Double.isInfinite(priorSignalToNoise)) {
            throw new IllegalArgumentException("prior scale must be positive and finite, not " + priorSignalToNoise);
        }
        this.bank = bank;
        this.priorSignalToNoise = priorSignalToNoise;
        this.modelId = describe(bank, priorSignalToNoise);
    }

    /** Lorentzian of 5 MHz half width on the default grid; prior scale one channel uncertainty. */
    public static MatchedFilterScorer withDefaults() {
        return new MatchedFilterScorer(MatchedFilterBank.withDefaults(), DEFAULT_PRIOR_SIGNAL_TO_NOISE);
    }

    @Override
    public ScoredSignal score(ResidualCurve curve) {
        MatchedFilterProducts products = bank.filter(curve);
        StackedEvidence evidence = StackedEvidence.of(products);
        double logRatio = evidence.logMarginalLikelihoodRatio(prior(curve));
        return new ScoredSignal(1 / (1 + Math.exp(-logRatio)), curve.size(), evidence.best(), products);
    }

    @Override
    public String modelId() {
        return modelId;
    }

    private AmplitudePrior prior(ResidualCurve curve) {
        double weight = 0;
        for (double uncertainty : curve.uncertaintySeconds()) {
            weight += 1 / (uncertainty * uncertainty);
        }
        return new AmplitudePrior(priorSignalToNoise * Math.sqrt(curve.size() / weight));
    }

    private static String describe(MatchedFilterBank bank, double priorSignalToNoise) {
        ResonanceGrid grid = bank.grid();
        return String.format(
                Locale.ROOT,
                "matched-filter/1 %s %s MHz, %d cells from %s MHz by %s MHz, prior SNR %s",
                bank.template().shape(),
                bank.template().halfWidthMHz(),
                grid.count(),
                grid.startMHz(),
                grid.stepMHz(),
                priorSignalToNoise);
    }
}
