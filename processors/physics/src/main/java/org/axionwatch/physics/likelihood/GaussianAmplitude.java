package org.axionwatch.physics.likelihood;

import java.util.List;
import org.axionwatch.physics.likelihood.LikelihoodException.Reason;

/**
 * Gaussian likelihood of a signed signal amplitude a: what a published limit with its expectation, or a spectrum with
 * symmetric errors, says about a. Limits are one-sided at 95 %, a_hat + 1.645 sigma, and may be negative.
 *
 * @param best a of maximum likelihood
 * @param sigma standard deviation of a, above 0
 */
public record GaussianAmplitude(double best, double sigma) {

    /** @throws LikelihoodException BAD_PARAMETER */
    public GaussianAmplitude {
        if (!(sigma > 0 && sigma <= Double.MAX_VALUE) || !Double.isFinite(best)) {
            throw new LikelihoodException(Reason.BAD_PARAMETER, "amplitude " + best + " with sigma " + sigma);
        }
    }

    /**
     * From a limit and the median limit that background alone lets expect: sigma = median/1.645, a_hat = limit - 1.645
     * sigma.
     *
     * @param upperLimit observed 95 % limit in a
     * @param medianLimit expected one, above 0
     */
    public static GaussianAmplitude ofLimits(double upperLimit, double medianLimit) {
        return new GaussianAmplitude(upperLimit - medianLimit, medianLimit / ExpectedLimits.ONE_SIDED_95_SIGMA);
    }

    /**
     * Least squares of a template in a background-subtracted spectrum.
     *
     * @param values measured value of each bin
     * @param errors one standard deviation of each, above 0, same unit
     * @param template signal of each bin at a = 1, same unit
     * @throws LikelihoodException LENGTH_MISMATCH, BAD_PARAMETER, or NO_SIGNAL where the template is zero
     */
    public static GaussianAmplitude ofSpectrum(double[] values, double[] errors, double[] template) {
        if (values.length != errors.length || values.length != template.length) {
            throw new LikelihoodException(
                    Reason.LENGTH_MISMATCH,
                    values.length + " values, " + errors.length + " errors, " + template.length + " template entries");
        }
        double projection = 0;
        double precision = 0;
        for (int bin = 0; bin < values.length; bin++) {
            if (!(errors[bin] > 0)) {
                throw new LikelihoodException(Reason.BAD_PARAMETER, "error " + bin + " is " + errors[bin]);
            }
            double weighted = template[bin] / (errors[bin] * errors[bin]);
            projection += weighted * values[bin];
            precision += weighted * template[bin];
        }
        if (precision == 0) {
            throw new LikelihoodException(Reason.NO_SIGNAL, "the template is zero in all bins");
        }
        return new GaussianAmplitude(projection / precision, 1 / Math.sqrt(precision));
    }

    /**
     * Independent measurements of one amplitude, weighted with the inverse variance.
     *
     * @throws LikelihoodException LENGTH_MISMATCH where there is none
     */
    public static GaussianAmplitude joint(List<GaussianAmplitude> measurements) {
        if (measurements.isEmpty()) {
            throw new LikelihoodException(Reason.LENGTH_MISMATCH, "no measurements");
        }
        double weightedSum = 0;
        double precision = 0;
        for (GaussianAmplitude measurement : measurements) {
            double weight = 1 / measurement.sigma / measurement.sigma;
            weightedSum += weight * measurement.best;
            precision += weight;
        }
        return new GaussianAmplitude(weightedSum / precision, 1 / Math.sqrt(precision));
    }

    /** One-sided 95 % limit a_hat + 1.645 sigma. */
    public double upperLimit() {
        return best + ExpectedLimits.ONE_SIDED_95_SIGMA * sigma;
    }

    /** Limits expected from background alone, sigma (1.645 + N). */
    public ExpectedLimits expected() {
        double median = ExpectedLimits.ONE_SIDED_95_SIGMA * sigma;
        return new ExpectedLimits(median - sigma, median, median + sigma, median + 2 * sigma);
    }

    /** The larger of the limit and the expected limit at -1 sigma (arXiv:1105.3166). */
    public double powerConstrainedLimit() {
        return Math.max(upperLimit(), expected().minusOneSigma());
    }

    /** a_hat/sigma, signed. */
    public double significance() {
        return best / sigma;
    }

    /** TS = 2 [ln L(a_hat) - ln L(0)] for a positive a_hat, 0 otherwise: one-sided, for a discovery. */
    public double discoveryTestStatistic() {
        double significance = Math.max(0, significance());
        return significance * significance;
    }
}
