package org.axionwatch.physics.dispersion;

import java.util.List;

/**
 * White noise of arrival times, the Tempo2 convention: sigma^2 = EFAC^2 (sigma_TOA^2 + EQUAD^2), to which TNEQUAD^2 is
 * added unscaled, as TempoNest defines it. All terms that select an arrival time act: EFACs multiply, EQUADs add in
 * quadrature. Jitter that all channels of a sub-integration share (ECORR) is one of the constants that a frame's
 * projection removes and so needs no term here.
 *
 * @param terms the terms of the model
 */
public record NoiseModel(List<NoiseTerm> terms) {

    /** Uncertainties as the archive gives them. */
    public static final NoiseModel NONE = new NoiseModel(List.of());

    public NoiseModel {
        terms = List.copyOf(terms);
    }

    /** Uncertainty of an arrival time with all terms applied, s. */
    double scaledUncertaintySeconds(ObservedToa toa) {
        double factor = 1;
        double inside = toa.uncertaintySeconds() * toa.uncertaintySeconds();
        double outside = 0;
        for (NoiseTerm term : terms) {
            if (term.selects(toa)) {
                switch (term.kind()) {
                    case "EFAC" -> factor *= term.value();
                    case "EQUAD" -> inside += term.value() * term.value();
                    case "TNEQUAD" -> outside += Math.pow(10, 2 * term.value());
                    default -> {}
                }
            }
        }
        return Math.sqrt(factor * factor * inside + outside);
    }
}
