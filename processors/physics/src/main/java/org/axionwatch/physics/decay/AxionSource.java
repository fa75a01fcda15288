package org.axionwatch.physics.decay;

import org.axionwatch.physics.ArgumentChecks;

/**
 * A point source of axions with the spectrum dN/dE = N0 (E/E0)^2 exp(-E/E0).
 *
 * @param normalisationPerKeVSecond N0, keV^-1 s^-1
 * @param scaleKeV E0, keV
 * @param distanceMpc distance from Earth, Mpc
 */
public record AxionSource(double normalisationPerKeVSecond, double scaleKeV, double distanceMpc)
        implements AxionEmission {

    private static final double NEGLIGIBLE_EXPONENT = 720;

    public AxionSource {
        ArgumentChecks.notNegative("normalisation", normalisationPerKeVSecond);
        ArgumentChecks.positive("energy scale", scaleKeV);
        ArgumentChecks.positive("distance", distanceMpc);
    }

    @Override
    public double spectrum(double axionEnergyKeV) {
        double ratio = axionEnergyKeV / scaleKeV;
        return normalisationPerKeVSecond * ratio * ratio * Math.exp(-ratio);
    }

    @Override
    public double highestEnergyKeV() {
        return NEGLIGIBLE_EXPONENT * scaleKeV;
    }
}
