package org.axionwatch.physics.xray;

import java.util.Arrays;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/** Sorted, disjoint good time intervals [start, stop) of an observation; none at all accept every time. Immutable. */
public final class GoodTimeIntervals {

    private final double[] startSeconds;
    private final double[] stopSeconds;

    /**
     * @param startSeconds starts after the reference epoch of the event times, s
     * @param stopSeconds stops, s, as many
     * @throws XrayModelException LENGTH_MISMATCH or BAD_GOOD_TIME_INTERVAL
     */
    public GoodTimeIntervals(double[] startSeconds, double[] stopSeconds) {
        if (startSeconds.length != stopSeconds.length) {
            throw new XrayModelException(
                    Reason.LENGTH_MISMATCH, startSeconds.length + " starts, " + stopSeconds.length + " stops");
        }
        double previous = -Double.MAX_VALUE;
        for (int i = 0; i < startSeconds.length; i++) {
            if (!(startSeconds[i] >= previous
                    && stopSeconds[i] > startSeconds[i]
                    && stopSeconds[i] <= Double.MAX_VALUE)) {
                throw new XrayModelException(
                        Reason.BAD_GOOD_TIME_INTERVAL,
                        "interval " + i + " from " + startSeconds[i] + " to " + stopSeconds[i]);
            }
            previous = stopSeconds[i];
        }
        this.startSeconds = startSeconds.clone();
        this.stopSeconds = stopSeconds.clone();
    }

    /** Accepts every time. */
    public static GoodTimeIntervals always() {
        return new GoodTimeIntervals(new double[0], new double[0]);
    }

    /** Whether a time is good, s. */
    public boolean contains(double timeSeconds) {
        if (startSeconds.length == 0) {
            return true;
        }
        int found = Arrays.binarySearch(startSeconds, timeSeconds);
        int interval = found >= 0 ? found : -found - 2;
        return interval >= 0 && timeSeconds < stopSeconds[interval];
    }
}
