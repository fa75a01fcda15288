package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.ArchiveRecord;

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
    List<ArchiveRecord> descriptions() {
        List<ArchiveRecord> records = new ArrayList<>();
        long start = XrayObserver.firstMillis();
        if (target.response() != null) {
            records.add(new ArchiveRecord(
                    Topics.XRAY_RESPONSE, target.response().getResponseId(), target.response(), start));
        }
        records.add(new ArchiveRecord(Topics.XRAY_SOURCE, target.source().getSource(), target.source(), start));
        return records;
    }

    List<ArchiveRecord> eventBatches(RandomStreams streams) {
        return new XrayObserver(target, streams).observe(amplitude, batches);
    }
}
