package org.axionwatch.app.demo;

import java.util.List;
import java.util.Objects;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.alert.NoticeType;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.xray.SourceLikelihood;
import org.jspecify.annotations.Nullable;

/**
 * One source of the campaign: what was injected, what the output topics say, and the verdict.
 *
 * @param injection the truth
 * @param measured what the stream found, null where it wrote nothing about the source
 * @param pull standard deviations from the injected to the recovered amplitude: difference over error for a pulsar,
 *     signed root of the profile likelihood for an X-ray source; null where a null pulsar's best cell is its noise maximum
 * @param alerts candidates of the source, retracted ones included
 * @param verdict the comparison
 */
record Recovery(Injection injection, @Nullable Measured measured, @Nullable Double pull, int alerts, Verdict verdict) {

    /**
     * Errors that an amplitude may be off. The bound is four, not three: a campaign checks nine amplitudes, and at
     * three errors one campaign in forty would fail by chance.
     */
    static final double AMPLITUDE_ERRORS = 4;

    /**
     * @param resonanceFrequencyMHz best cell of a pulsar, MHz; null for X-ray sources
     * @param resolutionMHz half width of the search's line shape, MHz; null for X-ray sources
     * @param amplitude amplitude in the injection's unit
     * @param amplitudeError its standard deviation in that unit
     * @param significance global significance of a pulsar, signed root of the test statistic of an X-ray source, sigma
     */
    record Measured(
            @Nullable Double resonanceFrequencyMHz,
            @Nullable Double resolutionMHz,
            double amplitude,
            double amplitudeError,
            double significance) {}

    static Recovery of(Injection injection, CampaignOutputs outputs) {
        Measured measured = measured(injection, outputs);
        List<CandidateAlert> alerts = outputs.alertsOf(injection.subject());
        Double pull = pull(injection, outputs);
        return new Recovery(injection, measured, pull, alerts.size(), verdict(injection, measured, pull, alerts));
    }

    private static Verdict verdict(
            Injection injection, @Nullable Measured measured, @Nullable Double pull, List<CandidateAlert> alerts) {
        if (measured == null) {
            return Verdict.NO_RESULT;
        }
        if (!injection.mustAlert()) {
            return silence(pull, alerts);
        }
        if (alerts.size() != 1 || alerts.get(0).getType() == NoticeType.RETRACTION) {
            return Verdict.MISSED;
        }
        Double injected = injection.resonanceFrequencyMHz();
        if (injected != null) {
            double found = Objects.requireNonNull(alerts.get(0).getResonanceFrequencyMHz());
            double resolution = Objects.requireNonNull(measured.resolutionMHz());
            if (!(Math.abs(found - injected) <= resolution)) {
                return Verdict.WRONG_MASS;
            }
        }
        return agrees(pull) ? Verdict.RECOVERED : Verdict.WRONG_AMPLITUDE;
    }

    private static Verdict silence(@Nullable Double pull, List<CandidateAlert> alerts) {
        if (!alerts.isEmpty()) {
            return Verdict.FALSE_ALARM;
        }
        return agrees(pull) ? Verdict.SILENT : Verdict.WRONG_AMPLITUDE;
    }

    private static boolean agrees(@Nullable Double pull) {
        return pull == null || Math.abs(pull) <= AMPLITUDE_ERRORS;
    }

    private static @Nullable Double pull(Injection injection, CampaignOutputs outputs) {
        double injected = injection.amplitude() / injection.scale().perRecordAmplitude();
        if (injection.kind() != Injection.Kind.PULSAR) {
            SourceLikelihood likelihood = outputs.likelihoods().get(injection.subject());
            return likelihood == null ? null : ProfilePull.at(likelihood, injected);
        }
        PulsarEvidence evidence = outputs.evidence().get(injection.subject());
        return evidence == null || injection.resonanceFrequencyMHz() == null
                ? null
                : (evidence.getBestAmplitudeSeconds() - injected) / evidence.getBestAmplitudeUncertaintySeconds();
    }

    private static @Nullable Measured measured(Injection injection, CampaignOutputs outputs) {
        double unit = injection.scale().perRecordAmplitude();
        if (injection.kind() == Injection.Kind.PULSAR) {
            PulsarEvidence evidence = outputs.evidence().get(injection.subject());
            return evidence == null
                    ? null
                    : new Measured(
                            evidence.getBestResonanceFrequencyMHz(),
                            evidence.getGrid().getHalfWidthMHz(),
                            unit * evidence.getBestAmplitudeSeconds(),
                            unit * evidence.getBestAmplitudeUncertaintySeconds(),
                            evidence.getGlobalSignificance());
        }
        SourceLikelihood likelihood = outputs.likelihoods().get(injection.subject());
        return likelihood == null
                ? null
                : new Measured(
                        null,
                        null,
                        unit * likelihood.getBestAmplitude(),
                        unit * likelihood.getBestAmplitudeUncertainty(),
                        likelihood.getSignificance());
    }
}
