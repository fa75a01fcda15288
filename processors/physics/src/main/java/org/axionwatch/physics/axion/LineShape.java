package org.axionwatch.physics.axion;

/** Shape of a resonance against frequency, one at the resonance itself. */
public enum LineShape {
    /** 1/(1 + ((nu - nu0)/h)^2) with h the half width at half maximum; the form of the reference searches. The default. */
    LORENTZIAN {
        @Override
        double at(double frequencyMHz, double resonanceMHz, double halfWidthMHz) {
            double distance = (frequencyMHz - resonanceMHz) / halfWidthMHz;
            return 1 / (1 + distance * distance);
        }
    },
    /** The floored axion kernel h 2 nu0/(max(|nu - nu0|, h) (nu + nu0)) with h half the plateau (arXiv:2505.16562, eq. 9). */
    AXION_FLOOR {
        @Override
        double at(double frequencyMHz, double resonanceMHz, double halfWidthMHz) {
            double distance = Math.max(Math.abs(frequencyMHz - resonanceMHz), halfWidthMHz);
            return halfWidthMHz / distance * (2 * resonanceMHz / (frequencyMHz + resonanceMHz));
        }
    };

    abstract double at(double frequencyMHz, double resonanceMHz, double halfWidthMHz);
}
