package org.axionwatch.physics.axion;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.axionwatch.physics.dispersion.ResidualCurve;

/**
 * Takes the predicted ghosts of one frame out of its search: channels that a ghost disturbs are left out of the fit,
 * because a ghost of a microsecond leaks through the wings of every template nearby, and no resonance is sought where a
 * ghost lies.
 *
 * @param ghosts ghosts of the frame, barycentric
 */
public record GhostVeto(List<PredictedGhost> ghosts) {

    public GhostVeto {
        ghosts = List.copyOf(ghosts);
    }

    /** How many channels of a curve are disturbed. */
    public int disturbedChannels(ResidualCurve curve) {
        return curve.size() - clearChannels(curve).length;
    }

    /** The undisturbed channels of a curve; empty where none is left. */
    public Optional<ResidualCurve> clear(ResidualCurve curve) {
        int[] clear = clearChannels(curve);
        if (clear.length == curve.size()) {
            return Optional.of(curve);
        }
        return clear.length == 0 ? Optional.empty() : Optional.of(curve.channels(clear));
    }

    /** The products with zeros in every cell where a ghost lies. */
    public MatchedFilterProducts clear(MatchedFilterProducts products) {
        double[] numerators = products.numerators();
        double[] denominators = products.denominators();
        for (int cell = 0; cell < numerators.length; cell++) {
            if (isDisturbed(products.grid().frequencyMHz(cell))) {
                numerators[cell] = 0;
                denominators[cell] = 0;
            }
        }
        return new MatchedFilterProducts(products.grid(), numerators, denominators);
    }

    private int[] clearChannels(ResidualCurve curve) {
        double[] frequencies = curve.barycentricFrequencyMHz();
        return IntStream.range(0, frequencies.length)
                .filter(channel -> !isDisturbed(frequencies[channel]))
                .toArray();
    }

    private boolean isDisturbed(double barycentricFrequencyMHz) {
        return ghosts.stream().anyMatch(ghost -> ghost.covers(barycentricFrequencyMHz));
    }
}
