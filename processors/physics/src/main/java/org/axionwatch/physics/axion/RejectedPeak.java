package org.axionwatch.physics.axion;

import java.util.List;

/**
 * A significant peak that is no candidate.
 *
 * @param cell where it is strongest and what the stack says there, before the ghost veto where that removes it
 * @param globalSignificance its significance after trials, of either sign, sigma
 * @param rejections why, at least one
 */
public record RejectedPeak(CellEvidence cell, double globalSignificance, List<Rejection> rejections) {

    public RejectedPeak {
        rejections = List.copyOf(rejections);
    }

    /**
     * @param reason the reason
     * @param detail the numbers behind it, for people
     */
    public record Rejection(RejectionReason reason, String detail) {}
}
