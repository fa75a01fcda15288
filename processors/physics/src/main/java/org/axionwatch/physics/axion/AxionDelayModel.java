package org.axionwatch.physics.axion;

/**
 * Delay of a radio pulse by forward scattering on background axions, (D/c) omega_p^2/(2 omega^2) with
 * omega_p^2 = (3 rho g^2/2) omega^2/|4 omega^2 - m^2| (arXiv:2505.16562, eqs. 9 and 11), averaged over one channel as the
 * regularisation says. As the paper does, the plasma frequency is taken as independent of frequency; the group delay of
 * the true index is larger near resonance by m/(2 |omega - m/2|).
 *
 * @param convention how a frequency becomes an energy
 * @param regularisation what the average over a channel means
 * @param resolutionHz channel width, Hz
 * @param sightline path through the axions
 */
public record AxionDelayModel(
        FrequencyConvention convention, Regularisation regularisation, double resolutionHz, Sightline sightline) {

    private static final double REFERENCE_PER_GEV = 1e-10;

    /** Physical frequencies, floored resonance, 100 kHz channels, the paper's path. */
    public static final AxionDelayModel DEFAULT =
            new AxionDelayModel(FrequencyConvention.PHYSICAL, Regularisation.FLOOR, 1e5, Sightline.PAPER);

    public AxionDelayModel {
        Axion.requirePositive(resolutionHz, "frequency resolution");
    }

    /**
     * Delay relative to empty space; negative below resonance where the regularisation is the principal value.
     *
     * @param frequencyHz channel centre, Hz
     * @param axion mass and decay constant
     * @return delay, s
     * @throws IllegalArgumentException where the channel reaches zero frequency
     */
    public double delaySeconds(double frequencyHz, Axion axion) {
        requireChannel(frequencyHz);
        return strength(axion) * kernel(axion).average(convention.energyEv(frequencyHz));
    }

    /**
     * Delay at the second frequency minus delay at the first, without the cancellation of a plain subtraction.
     *
     * @param firstFrequencyHz channel centre, Hz
     * @param secondFrequencyHz channel centre, Hz
     * @param axion mass and decay constant
     * @return signed difference, s
     */
    public double delayDifferenceSeconds(double firstFrequencyHz, double secondFrequencyHz, Axion axion) {
        requireChannel(firstFrequencyHz);
        requireChannel(secondFrequencyHz);
        return strength(axion)
                * kernel(axion)
                        .difference(convention.energyEv(firstFrequencyHz), convention.energyEv(secondFrequencyHz));
    }

    /** Delay in a channel centred on the resonance, s. */
    public double resonantDelaySeconds(Axion axion) {
        return strength(axion) * kernel(axion).average(axion.massEv() / 2);
    }

    /**
     * Decay constant whose resonant delay is the given one; exact for a delay that scales with f_a^-2, so not for the
     * cutoff.
     *
     * @param delaySeconds delay on resonance, s
     * @param massEv axion mass, eV
     * @return 1/f_a, GeV^-1
     */
    public double inverseDecayConstantPerGev(double delaySeconds, double massEv) {
        Axion.requirePositive(delaySeconds, "delay");
        return scaled(delaySeconds, resonantDelaySeconds(new Axion(massEv, REFERENCE_PER_GEV)));
    }

    /**
     * Smallest 1/f_a whose largest delay relative to the lower band edge reaches a threshold: at the upper edge, or on
     * the resonance where it lies in the band (its exact position, not a channel grid).
     *
     * @param massEv axion mass, eV
     * @param thresholdSeconds smallest detectable delay difference, s
     * @param lowHz lower band edge, Hz
     * @param highHz upper band edge, Hz
     * @return 1/f_a, GeV^-1
     */
    public double sensitivityBoundaryPerGev(double massEv, double thresholdSeconds, double lowHz, double highHz) {
        double largest = Math.abs(delayDifferenceSeconds(lowHz, highHz, new Axion(massEv, REFERENCE_PER_GEV)));
        double resonanceHz = convention.resonanceFrequencyHz(massEv);
        if (resonanceHz >= lowHz && resonanceHz <= highHz) {
            Axion axion = new Axion(massEv, REFERENCE_PER_GEV);
            largest = Math.max(largest, Math.abs(resonantDelaySeconds(axion) - delaySeconds(lowHz, axion)));
        }
        return scaled(thresholdSeconds, largest);
    }

    /** As {@link #sensitivityBoundaryPerGev}, from the two band edges only, GeV^-1. */
    public double edgeSensitivityBoundaryPerGev(double massEv, double thresholdSeconds, double lowHz, double highHz) {
        Axion axion = new Axion(massEv, REFERENCE_PER_GEV);
        return scaled(thresholdSeconds, Math.abs(delayDifferenceSeconds(lowHz, highHz, axion)));
    }

    private static double scaled(double delaySeconds, double referenceDelaySeconds) {
        Axion.requirePositive(delaySeconds, "delay");
        Axion.requirePositive(referenceDelaySeconds, "delay at the reference coupling");
        return REFERENCE_PER_GEV * Math.sqrt(delaySeconds / referenceDelaySeconds);
    }

    /** kappa D/c of the notes: 3 rho g^2/4 times the travel time, eV^2 s. */
    private double strength(Axion axion) {
        double coupling = axion.couplingPerEv();
        return 0.75 * sightline.densityEv4() * coupling * coupling * sightline.travelSeconds();
    }

    private ChannelKernel kernel(Axion axion) {
        double coupling = axion.couplingPerEv();
        double excisedEv = 1.5 * sightline.densityEv4() * coupling * coupling / (4 * axion.massEv());
        return new ChannelKernel(regularisation, axion.massEv(), halfChannelEv(), excisedEv);
    }

    /** hbar pi times the channel width in either convention, as the paper averages over omega +- pi df. */
    private double halfChannelEv() {
        return FrequencyConvention.PHYSICAL.energyEv(resolutionHz) / 2;
    }

    private void requireChannel(double frequencyHz) {
        if (!(convention.energyEv(frequencyHz) > halfChannelEv()) || Double.isInfinite(frequencyHz)) {
            throw new IllegalArgumentException(
                    "a channel of " + resolutionHz + " Hz at " + frequencyHz + " Hz is not above zero frequency");
        }
    }
}
