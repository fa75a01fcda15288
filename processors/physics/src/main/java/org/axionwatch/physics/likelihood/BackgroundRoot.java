package org.axionwatch.physics.likelihood;

/**
 * Solves sum_i n_i/(u_i + A) = W for the background amplitude A, where u_i = S s_i/b_i and W = sum b_i. The left side
 * falls in A, so the root is unique. The unknown is the lift x = A + min u, which keeps full precision where A
 * nearly cancels a negative signal; x = 0 puts the most negative pixel at a mean of exactly zero.
 */
final class BackgroundRoot {

    private static final int MAX_STEPS = 200;
    private static final double RELATIVE_PRECISION = 4e-16;

    private BackgroundRoot() {}

    /** The lift x &gt;= max(0, min u) that maximises the likelihood. */
    static double lift(double[] counts, double[] ratio, double offset, double totalBackground) {
        double floor = Math.max(0, offset);
        double total = 0;
        double nearest = Double.POSITIVE_INFINITY;
        double farthest = 0;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                total += counts[i];
                nearest = Math.min(nearest, ratio[i] - offset);
                farthest = Math.max(farthest, ratio[i] - offset);
            }
        }
        double high = total / totalBackground - nearest;
        if (total == 0 || high <= floor) {
            return floor;
        }
        boolean poleAtFloor = floor == 0 && nearest == 0;
        if (!poleAtFloor && excess(counts, ratio, floor - offset, totalBackground) <= 0) {
            return floor;
        }
        double low = Math.max(floor, total / totalBackground - farthest);
        return bracketed(counts, ratio, offset, new double[] {low, high, totalBackground});
    }

    private static double bracketed(double[] counts, double[] ratio, double offset, double[] bracket) {
        double low = bracket[0];
        double high = bracket[1];
        double totalBackground = bracket[2];
        double x = 0.5 * (low + high);
        for (int step = 0; step < MAX_STEPS && high - low > RELATIVE_PRECISION * high; step++) {
            double value = -totalBackground;
            double slope = 0;
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    double inverse = 1 / (ratio[i] - offset + x);
                    value += counts[i] * inverse;
                    slope -= counts[i] * inverse * inverse;
                }
            }
            if (value > 0) {
                low = x;
            } else {
                high = x;
            }
            double newton = x - value / slope;
            double next = newton > low && newton < high ? newton : 0.5 * (low + high);
            if (Math.abs(next - x) <= RELATIVE_PRECISION * next) {
                return next;
            }
            x = next;
        }
        return x;
    }

    private static double excess(double[] counts, double[] ratio, double amplitude, double totalBackground) {
        double sum = -totalBackground;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                sum += counts[i] / (ratio[i] + amplitude);
            }
        }
        return sum;
    }
}
