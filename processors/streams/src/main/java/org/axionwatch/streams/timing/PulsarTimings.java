package org.axionwatch.streams.timing;

import java.util.HashMap;
import java.util.Map;
import org.axionwatch.records.pulsar.PulsarEphemeris;

/** Timing of each pulsar as last used in one task, so that not every frame unpacks the ephemeris anew. */
final class PulsarTimings {

    private final Map<String, PulsarTiming> latest = new HashMap<>();

    /** @throws IllegalArgumentException where a value of the ephemeris is impossible */
    PulsarTiming of(PulsarEphemeris ephemeris) {
        return latest.compute(
                ephemeris.getPulsar(),
                (pulsar, last) -> last != null && last.ephemerisVersion() == ephemeris.getVersion()
                        ? last
                        : PulsarTiming.of(ephemeris));
    }
}
