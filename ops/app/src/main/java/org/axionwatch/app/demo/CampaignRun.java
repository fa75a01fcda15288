package org.axionwatch.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.axionwatch.app.session.StreamSession;
import org.axionwatch.app.session.Summary;
import org.axionwatch.records.pulsar.PulsarEvidence;
import org.axionwatch.records.xray.SourceLikelihood;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.replay.PublishOrder;
import org.axionwatch.topics.replay.PublishedCounts;

/** Streams a campaign through a session and reads back what the output topics say. */
final class CampaignRun {
    private final StreamSession session;

    CampaignRun(StreamSession session) {
        this.session = session;
    }

    DemoResult stream(DemoRequest request, ObservingCampaign campaign, PublishOrder order) {
        long began = System.nanoTime();
        PublishedCounts published = session.publish(List.of(campaign.archive()), order);
        UndecodablePublisher.publish(session, campaign.undecodable());
        session.drain();
        Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
        Accounts accounts = session.accounts();
        return new DemoResult(
                request,
                RecoveryTable.compare(campaign.injections(), outputs()),
                Summary.of(accounts),
                published,
                elapsed);
    }

    private CampaignOutputs outputs() {
        return new CampaignOutputs(
                session.read(Topics.PULSAR_EVIDENCE).stream()
                        .collect(Collectors.toMap(PulsarEvidence::getPulsar, Function.identity())),
                session.read(Topics.XRAY_SOURCE_LIKELIHOOD).stream()
                        .collect(Collectors.toMap(SourceLikelihood::getSource, Function.identity())),
                session.read(Topics.ALERT_CANDIDATE));
    }
}
