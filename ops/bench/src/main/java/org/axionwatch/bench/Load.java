package org.axionwatch.bench;

import java.util.List;

/**
 * What is sent through a contender.
 *
 * @param unitsPerMessage units of the flow that one message carries
 * @param warmUp sent and drained before the clock starts
 * @param measured sent while the clock runs
 */
record Load(Flow flow, int unitsPerMessage, List<Message> warmUp, List<Message> measured) {
    Load {
        warmUp = List.copyOf(warmUp);
        measured = List.copyOf(measured);
        if (unitsPerMessage < 1 || measured.isEmpty()) {
            throw new IllegalArgumentException("a load needs messages with " + flow.unit());
        }
    }

    String unit() {
        return flow.unit();
    }

    long measuredUnits() {
        return (long) unitsPerMessage * measured.size();
    }

    double messageBytes() {
        return measured.stream()
                .mapToInt(message -> message.value().length)
                .average()
                .orElseThrow();
    }
}
