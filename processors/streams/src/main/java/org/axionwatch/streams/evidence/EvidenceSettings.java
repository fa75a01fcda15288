package org.axionwatch.streams.evidence;

import org.axionwatch.physics.axion.VettingPolicy;

/**
 * @param vetting when a peak is a candidate
 */
public record EvidenceSettings(VettingPolicy vetting) {

    /** The policy's defaults. */
    public static final EvidenceSettings DEFAULT = new EvidenceSettings(VettingPolicy.DEFAULT);
}
