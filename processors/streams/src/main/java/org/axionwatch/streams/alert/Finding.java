package org.axionwatch.streams.alert;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.NoticeType;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.pulsar.Rejection;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.streams.limit.LimitTopology;
import org.axionwatch.topics.catalog.Topics;
import org.jspecify.annotations.Nullable;

/** What the newest evidence about one pulsar or source says, ready to be sent as a notice. */
final class Finding {

    private final CandidateAlert draft;

    private Finding(CandidateAlert draft) {
        this.draft = draft;
    }

    static Finding of(PulsarEvidence evidence) {
        CandidateAlert draft = draft(LimitTopology.PULSAR_HYPOTHESIS, evidence.getPulsar(), evidence.getLastEpoch())
                .setResonanceFrequencyMHz(evidence.getBestResonanceFrequencyMHz())
                .setResolutionMHz(evidence.getGrid().getHalfWidthMHz())
                .setAxionMassEv(evidence.getBestAxionMassEv())
                .setAmplitude(evidence.getBestAmplitudeSeconds())
                .setAmplitudeUncertainty(evidence.getBestAmplitudeUncertaintySeconds())
                .setAmplitudeUnit("s")
                .setLocalSignificance(evidence.getLocalSignificance())
                .setGlobalSignificance(evidence.getGlobalSignificance())
                .setObservations(evidence.getFrames())
                .setSummary(summary(evidence))
                .setLinks(List.of(Topics.PULSAR_EVIDENCE.name() + "/" + evidence.getPulsar()))
                .build();
        return new Finding(draft);
    }

    private static String summary(PulsarEvidence evidence) {
        String candidate = String.format(
                Locale.ROOT,
                "Delay of %.3g s at %.1f MHz in %d frames of %s, %.1f sigma after trials",
                evidence.getBestAmplitudeSeconds(),
                evidence.getBestResonanceFrequencyMHz(),
                evidence.getFrames(),
                evidence.getPulsar(),
                evidence.getGlobalSignificance());
        return evidence.getRejectedCandidates().isEmpty() ? candidate : candidate + "; rejected: " + rejected(evidence);
    }

    private static String rejected(PulsarEvidence evidence) {
        return evidence.getRejectedCandidates().stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "%.0f MHz (%s)",
                        each.getResonanceFrequencyMHz(),
                        each.getRejections().stream().map(Rejection::getReason).collect(Collectors.joining(", "))))
                .collect(Collectors.joining(", "));
    }

    /** The most significant mass of a source; with one mass there are no trials, and its significance is local and global. */
    static Finding of(SourceLikelihood likelihood, MjdInstant lastEvent) {
        double massEv = likelihood.getMostSignificantMassEv();
        CandidateAlert.Builder draft = draft(likelihood.getHypothesis(), likelihood.getSource(), lastEvent)
                .setAxionMassEv(massEv > 0 ? massEv : null)
                .setAmplitude(likelihood.getBestAmplitude())
                .setAmplitudeUncertainty(likelihood.getBestAmplitudeUncertainty())
                .setAmplitudeUnit("1")
                .setLocalSignificance(likelihood.getSignificance())
                .setGlobalSignificance(likelihood.getGlobalSignificance())
                .setObservations(likelihood.getBatches())
                .setLinks(List.of(Topics.XRAY_SOURCE_LIKELIHOOD.name() + "/" + likelihood.getSource()));
        likelihood.getMasses().stream()
                .filter(mass -> mass.getAxionMassEv() == massEv)
                .findFirst()
                .ifPresent(mass -> draft.setAmplitude(mass.getBestAmplitude())
                        .setAmplitudeUncertainty(mass.getBestAmplitudeUncertainty())
                        .setLocalSignificance(mass.getSignificance()));
        draft.setSummary(String.format(
                Locale.ROOT,
                "Excess of amplitude %.3g in %d events of %s, %.1f sigma",
                draft.getAmplitude(),
                likelihood.getEvents(),
                likelihood.getSource(),
                likelihood.getGlobalSignificance()));
        return new Finding(draft.build());
    }

    private static CandidateAlert.Builder draft(String hypothesis, String subject, MjdInstant epoch) {
        byte[] name = (hypothesis + "\u0000" + subject).getBytes(StandardCharsets.UTF_8);
        return CandidateAlert.newBuilder()
                .setAlertId(UUID.nameUUIDFromBytes(name).toString())
                .setHypothesis(hypothesis)
                .setSubject(subject)
                .setEpoch(epoch)
                .setRevision(0)
                .setTense(Tense.TEST)
                .setType(NoticeType.INITIAL);
    }

    String alertId() {
        return draft.getAlertId();
    }

    double globalSignificance() {
        return draft.getGlobalSignificance();
    }

    long observations() {
        return draft.getObservations();
    }

    /** Whether the resonance lies further than its resolution from where an earlier notice saw it. */
    boolean hasMovedSince(CandidateAlert notice) {
        @Nullable Double before = notice.getResonanceFrequencyMHz();
        @Nullable Double now = draft.getResonanceFrequencyMHz();
        @Nullable Double resolution = draft.getResolutionMHz();
        return before != null && now != null && resolution != null && Math.abs(now - before) > resolution;
    }

    CandidateAlert notice(NoticeType type, int revision, Tense tense) {
        return CandidateAlert.newBuilder(draft)
                .setType(type)
                .setRevision(revision)
                .setTense(tense)
                .build();
    }
}
