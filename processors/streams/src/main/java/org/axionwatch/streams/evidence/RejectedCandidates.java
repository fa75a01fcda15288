package org.axionwatch.streams.evidence;

import java.util.List;
import org.axionwatch.physics.axion.RejectedPeak;
import org.axionwatch.records.pulsar.RejectedCandidate;
import org.axionwatch.records.pulsar.Rejection;

/** Packs peaks that are no candidates. */
final class RejectedCandidates {

    private RejectedCandidates() {}

    static List<RejectedCandidate> pack(List<RejectedPeak> peaks) {
        return peaks.stream().map(RejectedCandidates::pack).toList();
    }

    private static RejectedCandidate pack(RejectedPeak peak) {
        return new RejectedCandidate(
                peak.cell().resonanceFrequencyMHz(),
                peak.cell().amplitudeSeconds(),
                peak.cell().uncertaintySeconds(),
                peak.cell().localSignificance(),
                peak.globalSignificance(),
                peak.rejections().stream()
                        .map(rejection -> new Rejection(rejection.reason().code(), rejection.detail()))
                        .toList());
    }
}
