package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * An X-ray target, how long it is observed and what is injected into it.
 *
 * @param target the target
 * @param batches batches of the observation
 * @param amplitude injected signal amplitude a, in units of the published description
 * @param injection the same as the closing table compares it
 */
record XrayObservation(XrayTarget target, int batches, double amplitude, Injection injection) {

    /** Records that describe the source: its response, if it has one, and itself. */
    List<CampaignRecord> descriptions() {
        List<CampaignRecord> records = new ArrayList<>();
        long start = XrayObserver.firstMillis();
        if (target.response() != null) {
            records.add(new CampaignRecord(target.response().getResponseId(), start, target.response()));
        }
        records.add(new CampaignRecord(target.source().getSource(), start, target.source()));
        return records;
    }

    List<CampaignRecord> eventBatches(RandomStreams streams) {
        return new XrayObserver(target, streams).observe(amplitude, batches);
    }
}
