package org.axionwatch.app.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.ArchiveRecord;

/**
 * Observes an X-ray target: visits of up to ten batches, half a year apart, each batch a good time interval of
 * {@link XrayTarget#BATCH_SECONDS} followed by fifty seconds of slew, in which events arrive that no likelihood may
 * count. Background and signal counts are Poisson; background and signal come from separate random sub-streams, so a
 * campaign without signals has the same background.
 */
final class XrayObserver {
    private static final int BATCHES_PER_VISIT = 10;
    private static final int SLEW_SECONDS = 50;
    private static final int FIRST_VISIT_MJD = 57_200;
    private static final int DAYS_BETWEEN_VISITS = 183;
    private static final int CYCLE_SECONDS = XrayTarget.BATCH_SECONDS + SLEW_SECONDS;

    private final XrayTarget target;
    private final RandomStreams streams;

    XrayObserver(XrayTarget target, RandomStreams streams) {
        this.target = target;
        this.streams = streams;
    }

    /** Record time of the first visit, ms after 1970. */
    static long firstMillis() {
        return MjdTimes.epochMillis(referenceEpoch(0));
    }

    private record Event(double seconds, double energyKeV, double[] position) {}

    List<ArchiveRecord> observe(double amplitude, int batches) {
        List<ArchiveRecord> records = new ArrayList<>();
        for (int visit = 0; visit * BATCHES_PER_VISIT < batches; visit++) {
            int inVisit = Math.min(BATCHES_PER_VISIT, batches - visit * BATCHES_PER_VISIT);
            long firstRow = 0;
            for (int slice = 0; slice < inVisit; slice++) {
                XrayEventBatch batch = batch(new Place(visit, slice, inVisit, firstRow), amplitude);
                firstRow += batch.getEnergiesKeV().size();
                long start = MjdTimes.epochMillis(referenceEpoch(visit).plusSeconds((double) slice * CYCLE_SECONDS));
                records.add(new ArchiveRecord(Topics.XRAY_EVENT_BATCH, batch.getSource(), batch, start));
            }
        }
        return records;
    }

    private record Place(int visit, int slice, int slices, long firstRow) {
        double startSeconds() {
            return (double) slice * CYCLE_SECONDS;
        }
    }

    private XrayEventBatch batch(Place place, double amplitude) {
        String source = target.source().getSource();
        String observation = String.format(Locale.ROOT, "%s-%02d", source, place.visit() + 1);
        List<Event> events = new ArrayList<>();
        addBackground(events, place, streams.named(observation + "/background/" + place.slice()));
        addSignal(events, place, amplitude, streams.named(observation + "/signal/" + place.slice()));
        events.sort(Comparator.comparingDouble(Event::seconds));
        return XrayEventBatch.newBuilder()
                .setBatchId(id(observation + "/" + place.slice()))
                .setSource(source)
                .setObservation(observation)
                .setInstrument("SIM")
                .setFile(observation + ".evt")
                .setLivetimeSeconds(XrayTarget.BATCH_SECONDS)
                .setReferenceEpoch(MjdTimes.record(referenceEpoch(place.visit())))
                .setGoodTimeIntervals(goodTimeIntervals(place.slices()))
                .setEventIndexStart(place.firstRow())
                .setEventTimesSeconds(events.stream().map(Event::seconds).toList())
                .setEnergiesKeV(events.stream().map(e -> (float) e.energyKeV()).toList())
                .setPositionsX(events.stream().map(e -> (float) e.position()[0]).toList())
                .setPositionsY(events.stream().map(e -> (float) e.position()[1]).toList())
                .build();
    }

    private void addBackground(List<Event> events, Place place, RandomDataGenerator random) {
        XrayTarget.Background background = target.background();
        long count = random.nextPoisson(background.fieldRate() * CYCLE_SECONDS);
        for (long i = 0; i < count; i++) {
            double seconds = place.startSeconds() + random.nextUniform(0, CYCLE_SECONDS);
            double energy = background.spectrum().draw(random, background.lowKeV(), background.highKeV());
            events.add(new Event(seconds, energy, XrayField.drawBackgroundPosition(random)));
        }
    }

    private void addSignal(List<Event> events, Place place, double amplitude, RandomDataGenerator random) {
        double[] edges = target.energyEdgesKeV();
        double[] rates = target.signalRates();
        for (int bin = 0; bin < rates.length; bin++) {
            double mean = amplitude * rates[bin] * XrayTarget.BATCH_SECONDS;
            long count = mean > 0 ? random.nextPoisson(mean) : 0;
            for (long i = 0; i < count; i++) {
                double seconds = place.startSeconds() + random.nextUniform(0, XrayTarget.BATCH_SECONDS);
                double energy = target.signal().draw(random, edges[bin], edges[bin + 1]);
                events.add(new Event(seconds, energy, XrayField.drawSourcePosition(random)));
            }
        }
    }

    private static ModifiedJulianDate referenceEpoch(int visit) {
        return new ModifiedJulianDate(FIRST_VISIT_MJD + DAYS_BETWEEN_VISITS * visit, 0.25);
    }

    private static List<GoodTimeInterval> goodTimeIntervals(int slices) {
        return IntStream.range(0, slices)
                .mapToObj(slice -> new GoodTimeInterval(
                        (double) slice * CYCLE_SECONDS, (double) slice * CYCLE_SECONDS + XrayTarget.BATCH_SECONDS))
                .toList();
    }

    private static String id(String slice) {
        return UUID.nameUUIDFromBytes(("axionwatch-demo/" + slice).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
