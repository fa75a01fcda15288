package org.axionwatch.streams.limit;

import org.axionwatch.physics.axion.FrequencyConvention;
import org.axionwatch.physics.axion.Sightline;

/**
 * @param sightline density of the axions, and the path of a pulsar whose ephemeris gives no distance
 * @param convention how a frequency becomes a mass
 */
public record LimitSettings(Sightline sightline, FrequencyConvention convention) {

    /** The path and density of arXiv:2505.16562, physical frequencies. */
    public static final LimitSettings DEFAULT = new LimitSettings(Sightline.PAPER, FrequencyConvention.PHYSICAL);
}
