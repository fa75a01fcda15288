package org.axionwatch.physics.axion;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.analysis.UnivariateFunction;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.axionwatch.physics.dispersion.DispersionModel;

/**
 * Predicts where interleaved sampling makes ghosts of a pulsar: at the distances d from a band centre c with
 * K DM [(c - d)^-2 - (c + d)^-2] = k P, k = 0, 1, 2, ..., the image of the pulse, mirrored and so dispersed the wrong way,
 * arrives k periods from the pulse.
 *
 * @param bands bands that mirror
 * @param halfWidthMHz largest distance from a ghost within which it disturbs, MHz
 * @param overlapTurns largest phase between pulse and image at which they overlap, turns; it narrows the ghosts of
 *     strongly dispersed, fast pulsars, whose images drift faster
 */
public record GhostPrediction(List<InterleavedBand> bands, double halfWidthMHz, double overlapTurns) {

    /** NANOGrav's bands, 12 MHz, a fifth of a turn. */
    public static final GhostPrediction DEFAULT = new GhostPrediction(InterleavedBand.NANOGRAV, 12, 0.2);

    /** Narrower ghosts come so close that a channel averages over several of them, with alternating sign. */
    private static final double NARROWEST_MHZ = 1;

    private static final double ACCURACY_MHZ = 1e-9;
    private static final int MAX_EVALUATIONS = 200;

    public GhostPrediction {
        bands = List.copyOf(bands);
        Axion.requirePositive(halfWidthMHz, "half width of a ghost");
        if (!(overlapTurns > 0 && overlapTurns <= 0.5)) {
            throw new IllegalArgumentException("overlap must be above 0 and at most 0.5 turns, not " + overlapTurns);
        }
    }

    /**
     * Ghosts of one pulsar in one band, topocentric, by rising order, the lower of each pair first; none for a band that is
     * not in the table.
     *
     * @param backend back end of the frame
     * @param receiver receiver of the frame
     * @param periodSeconds pulse period, s
     * @param dispersionMeasurePcPerCm3 dispersion measure with K = 1/2.41e-4, pc cm^-3; at or below zero only the ghost at
     *     the centre is left
     */
    public List<PredictedGhost> of(
            String backend, String receiver, double periodSeconds, double dispersionMeasurePcPerCm3) {
        Axion.requirePositive(periodSeconds, "pulse period");
        List<PredictedGhost> ghosts = new ArrayList<>();
        for (InterleavedBand band : bands) {
            if (band.recorded(backend, receiver)) {
                addGhosts(band, new Image(band, periodSeconds, dispersionMeasurePcPerCm3), ghosts);
            }
        }
        return List.copyOf(ghosts);
    }

    private void addGhosts(InterleavedBand band, Image image, List<PredictedGhost> ghosts) {
        addGhost(band, 0, 0, image, ghosts);
        double edge = band.bandwidthMHz() / 2;
        int last = (int) Math.floor(image.turnsBehind(edge));
        for (int order = 1; order <= last; order++) {
            double distance = image.distanceMHz(order, edge);
            addGhost(band, order, -distance, image, ghosts);
            addGhost(band, order, distance, image, ghosts);
        }
    }

    private void addGhost(InterleavedBand band, int order, double offset, Image image, List<PredictedGhost> ghosts) {
        double width = Math.min(halfWidthMHz, overlapTurns / image.turnsPerMHz(Math.abs(offset)));
        if (width >= NARROWEST_MHZ) {
            ghosts.add(new PredictedGhost(band, order, band.centreMHz() + offset, width));
        }
    }

    /** The mirrored pulse against the distance from the centre of its band. */
    private record Image(InterleavedBand band, double periodSeconds, double dispersionMeasurePcPerCm3) {

        double turnsBehind(double distanceMHz) {
            return Math.max(0, delaySeconds(distanceMHz)) / periodSeconds;
        }

        double distanceMHz(int order, double edgeMHz) {
            UnivariateFunction excess = distance -> delaySeconds(distance) - order * periodSeconds;
            return new BrentSolver(ACCURACY_MHZ).solve(MAX_EVALUATIONS, excess, 0, edgeMHz);
        }

        double turnsPerMHz(double distanceMHz) {
            double below = 2 / (band.centreMHz() - distanceMHz);
            double above = 2 / (band.centreMHz() + distanceMHz);
            double slope = below * DispersionModel.DEFAULT.delaySeconds(measure(), band.centreMHz() - distanceMHz)
                    + above * DispersionModel.DEFAULT.delaySeconds(measure(), band.centreMHz() + distanceMHz);
            return slope / periodSeconds;
        }

        private double delaySeconds(double distanceMHz) {
            return DispersionModel.DEFAULT.delayDifferenceSeconds(
                    measure(), band.centreMHz() - distanceMHz, band.centreMHz() + distanceMHz);
        }

        private double measure() {
            return Math.max(0, dispersionMeasurePcPerCm3);
        }
    }
}
