package org.axionwatch.streams.evidence;

import org.axionwatch.records.pulsar.SignalScore;

/** Reads the class probabilities of a score. */
final class Classifications {

    private static final String AXION_DELAY = "axion-delay";

    private Classifications() {}

    /** Whether the axion-delay probability exceeds one half. */
    static boolean isPositive(SignalScore score) {
        return score.getClassifications().stream()
                .anyMatch(each -> each.getClassName().equals(AXION_DELAY) && each.getProbability() > 0.5);
    }
}
