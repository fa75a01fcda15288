package org.axionwatch.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What the rounds of one contender took for one load.
 *
 * @param rounds one value a round
 */
record Samples(String contender, Load load, List<Elapsed> rounds) {
    Samples {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round of " + contender);
        }
    }

    /** Units a second in the median round. */
    double medianRate() {
        return median(rates());
    }

    /** Processor time of the whole process for each unit in the median round [us]. */
    double medianCpuMicroseconds() {
        return median(rounds.stream()
                .mapToDouble(each -> each.cpuSeconds() * 1e6 / load.measuredUnits())
                .sorted()
                .toArray());
    }

    double lowestRate() {
        return rates()[0];
    }

    double highestRate() {
        double[] rates = rates();
        return rates[rates.length - 1];
    }

    double medianMegabytesPerSecond() {
        return medianRate() / load.unitsPerMessage() * load.messageBytes() * 1e-6;
    }

    private double[] rates() {
        double[] rates = rounds.stream()
                .mapToDouble(each -> load.measuredUnits() / each.wallSeconds())
                .toArray();
        Arrays.sort(rates);
        return rates;
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
