package org.axionwatch.streams.alert;

import java.util.Optional;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.NoticeType;
import org.jspecify.annotations.Nullable;

/** Decides from the newest finding and the last notice whether a notice is due. */
final class AlertDecision {

    private final AlertPolicy policy;

    AlertDecision(AlertPolicy policy) {
        this.policy = policy;
    }

    Optional<NoticeType> due(Finding finding, @Nullable CandidateAlert last, long minimumObservations) {
        if (last == null || last.getType() == NoticeType.RETRACTION) {
            return isRaised(finding, minimumObservations) ? Optional.of(NoticeType.INITIAL) : Optional.empty();
        }
        if (!(finding.globalSignificance() >= policy.retractSigma())) {
            return Optional.of(NoticeType.RETRACTION);
        }
        return isNews(finding, last) ? Optional.of(NoticeType.UPDATE) : Optional.empty();
    }

    private boolean isRaised(Finding finding, long minimumObservations) {
        return finding.globalSignificance() >= policy.raiseSigma() && finding.observations() >= minimumObservations;
    }

    private boolean isNews(Finding finding, CandidateAlert last) {
        double change = Math.abs(finding.globalSignificance() - last.getGlobalSignificance());
        return finding.hasMovedSince(last) || change >= policy.updateSigma();
    }
}
