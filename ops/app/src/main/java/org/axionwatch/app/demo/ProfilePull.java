package org.axionwatch.app.demo;

import java.util.List;
import org.axionwatch.records.xray.SourceLikelihood;

/**
 * How far a running likelihood is from an amplitude: the signed root of its profile q there, in standard deviations.
 * Unlike a difference over the error of the best fit it stays right for few counts, where that error is lopsided.
 */
final class ProfilePull {
    private ProfilePull() {}

    /** Positive where the best fit lies above the amplitude; between the points of the profile, and beyond, linear. */
    static double at(SourceLikelihood likelihood, double amplitude) {
        List<Double> grid = likelihood.getAmplitudes();
        int upper = 1;
        while (upper < grid.size() - 1 && grid.get(upper) < amplitude) {
            upper++;
        }
        double low = grid.get(upper - 1);
        double high = grid.get(upper);
        double atLow = signedRoot(likelihood, upper - 1);
        double atHigh = signedRoot(likelihood, upper);
        return atLow + (atHigh - atLow) * (amplitude - low) / (high - low);
    }

    private static double signedRoot(SourceLikelihood likelihood, int point) {
        double below =
                likelihood.getBestAmplitude() - likelihood.getAmplitudes().get(point);
        return Math.signum(below) * Math.sqrt(likelihood.getProfile().get(point));
    }
}
