package org.axionwatch.app.demo;

import java.util.List;
import java.util.Map;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.xray.SourceLikelihood;

/**
 * What the stream wrote to its output topics.
 *
 * @param evidence last evidence of each pulsar
 * @param likelihoods last likelihood of each X-ray source
 * @param alerts last notice of each candidate
 */
record CampaignOutputs(
        Map<String, PulsarEvidence> evidence, Map<String, SourceLikelihood> likelihoods, List<CandidateAlert> alerts) {

    CampaignOutputs {
        evidence = Map.copyOf(evidence);
        likelihoods = Map.copyOf(likelihoods);
        alerts = List.copyOf(alerts);
    }

    List<CandidateAlert> alertsOf(String subject) {
        return alerts.stream()
                .filter(alert -> alert.getSubject().equals(subject))
                .toList();
    }
}
