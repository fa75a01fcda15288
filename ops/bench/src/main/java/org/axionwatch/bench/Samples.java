package org.axionwatch.bench;

import java.util.Arrays;
import java.util.List;

/**
 * What the rounds of one contender took for one load.
 *
 * @param seconds one value a round
 */
record Samples(String contender, Load load, List<Double> seconds) {
    Samples {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty()) {
            throw new IllegalArgumentException("no round of " + contender);
        }
    }

    /** Units a second in the median round. */
    double medianRate() {
        double[] rates = rates();
        int half = rates.length / 2;
        return rates.length % 2 == 1 ? rates[half] : (rates[half - 1] + rates[half]) / 2;
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
        double[] rates = seconds.stream()
                .mapToDouble(each -> load.measuredUnits() / each)
                .toArray();
        Arrays.sort(rates);
        return rates;
    }
}
