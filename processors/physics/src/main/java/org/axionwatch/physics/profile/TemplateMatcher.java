package org.axionwatch.physics.profile;

import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;
import org.apache.commons.math3.util.FastMath;

/**
 * Shift and scale of a profile against a template by least squares on their harmonics (FFTFIT: Taylor 1992, Phil. Trans. R.
 * Soc. A 341, 117, appendix A). The noise comes from what the fit leaves; so a profile that differs from its template in
 * shape gets a larger uncertainty.
 *
 * <p>Unbiased with the stated uncertainty from a signal-to-noise ratio of about eight; below it the highest peak of the
 * correlation may be one of noise.
 */
public final class TemplateMatcher {

    /** Samples of the correlation for each period of its highest harmonic. */
    private static final int OVERSAMPLING = 16;

    private static final int REFINEMENTS = 10;

    /** Share of a profile's power that rounding alone leaves; no receiver has a signal-to-noise ratio of 1e12. */
    private static final double ROUNDING = 1e-24;

    private final ProfileTemplate template;

    public TemplateMatcher(ProfileTemplate template) {
        this.template = template;
    }

    /**
     * Fits one profile.
     *
     * @param intensities any unit; a power of two of bins, at least eight, bin n at pulse phase n/N
     * @return the fit; its uncertainties are zero for a profile without noise
     * @throws IllegalArgumentException for another number of bins, a value that is not finite, or a constant profile
     */
    public TemplateFit fit(double[] intensities) {
        ProfileHarmonics profile = ProfileHarmonics.of(intensities);
        int highest = FastMath.min(profile.highest(), template.harmonics().highest());
        double power = profile.power(highest);
        if (!(power > 0)) {
            throw new IllegalArgumentException("the profile is constant");
        }
        Complex[] cross = new Complex[highest + 1];
        for (int k = 1; k <= highest; k++) {
            cross[k] = profile.at(k).multiply(template.harmonics().at(k).conjugate());
        }
        double shift = refined(cross, highestSample(cross));
        Correlation peak = Correlation.at(shift, cross);
        double templatePower = template.harmonics().power(highest);
        double scale = peak.value() / templatePower;
        double leftPower = power - scale * scale * templatePower;
        double variance = leftPower > ROUNDING * power ? leftPower / (highest - 1) : 0;
        return new TemplateFit(
                FastMath.IEEEremainder(shift, 1),
                FastMath.sqrt(variance / (2 * scale * -peak.curvature())),
                scale,
                FastMath.sqrt(variance / (2 * templatePower)),
                FastMath.sqrt(variance * profile.bins()));
    }

    /**
     * Correlation C = sum_k Re(X_k exp(2 pi i k tau)) of profile and template and its derivatives at a shift tau.
     *
     * @param value C
     * @param slope dC/dtau, per turn
     * @param curvature d2C/dtau2, per turn squared
     */
    private record Correlation(double value, double slope, double curvature) {
        static Correlation at(double shift, Complex[] cross) {
            double value = 0;
            double slope = 0;
            double curvature = 0;
            for (int k = 1; k < cross.length; k++) {
                double turn = 2 * FastMath.PI * k;
                double cosine = FastMath.cos(turn * shift);
                double sine = FastMath.sin(turn * shift);
                double real = cross[k].getReal() * cosine - cross[k].getImaginary() * sine;
                double imaginary = cross[k].getReal() * sine + cross[k].getImaginary() * cosine;
                value += real;
                slope -= turn * imaginary;
                curvature -= turn * turn * real;
            }
            return new Correlation(value, slope, curvature);
        }
    }

    /** Shift of the highest sample of the correlation, turns. */
    private static double highestSample(Complex[] cross) {
        int samples = Integer.highestOneBit(cross.length - 1) * 2 * OVERSAMPLING;
        Complex[] padded = new Complex[samples];
        for (int k = 0; k < samples; k++) {
            padded[k] = k > 0 && k < cross.length ? cross[k] : Complex.ZERO;
        }
        Complex[] correlation =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(padded, TransformType.INVERSE);
        int best = 0;
        for (int i = 1; i < samples; i++) {
            if (correlation[i].getReal() > correlation[best].getReal()) {
                best = i;
            }
        }
        return (double) best / samples;
    }

    /** Newton's steps to the maximum, never further than to the neighbouring samples. */
    private static double refined(Complex[] cross, double sample) {
        double reach = 1.0 / (Integer.highestOneBit(cross.length - 1) * 2 * OVERSAMPLING);
        double shift = sample;
        for (int i = 0; i < REFINEMENTS; i++) {
            Correlation here = Correlation.at(shift, cross);
            double step = here.curvature() < 0 ? -here.slope() / here.curvature() : 0;
            shift = FastMath.min(sample + reach, FastMath.max(sample - reach, shift + step));
        }
        return shift;
    }
}
