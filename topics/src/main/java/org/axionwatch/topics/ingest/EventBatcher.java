package org.axionwatch.topics.ingest;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.GoodTimeInterval;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.ingest.EventList.Columns;

/**
 * Cuts an event list into batches of consecutive rows.
 *
 * <p>The livetime is apportioned by rows in whole nanoseconds, so that the batches add up to it exactly; the part of a
 * batch is a share of the observation, not the time in which its events arrived. A list without events is one empty
 * batch, because its livetime counts.
 */
public final class EventBatcher {
    /** Events of a batch unless a setting says otherwise [1]. */
    public static final int DEFAULT_EVENTS = 500;

    private static final int MAX_EVENTS = 40_000;
    private static final double NANOSECONDS = 1e9;

    private final int events;

    /** @param events most events of one batch, 1 to 40000 so that a batch fits into a record */
    public EventBatcher(int events) {
        if (events < 1 || events > MAX_EVENTS) {
            throw new IllegalArgumentException("events of a batch must be 1 to " + MAX_EVENTS + ": " + events);
        }
        this.events = events;
    }

    /**
     * The batches of a list in row order.
     *
     * @param source key of the batches
     */
    public List<XrayEventBatch> batches(String source, EventList list) {
        TrustedRecords.trust();
        int rows = list.size();
        long nanoseconds = Math.round(list.livetimeSeconds() * NANOSECONDS);
        List<XrayEventBatch> batches = new ArrayList<>();
        int start = 0;
        do {
            int end = Math.min(rows, start + events);
            long share = rows == 0 ? nanoseconds : share(nanoseconds, end, rows) - share(nanoseconds, start, rows);
            batches.add(batch(source, list, start, end)
                    .setLivetimeSeconds(share / NANOSECONDS)
                    .build());
            start = end;
        } while (start < rows);
        return batches;
    }

    /** Record timestamp of a batch: its first event, else its first good time, else its reference epoch [ms since 1970]. */
    public static long timestampMs(XrayEventBatch batch) {
        MjdInstant epoch = batch.getReferenceEpoch();
        double seconds = batch.getEventTimesSeconds().stream()
                .mapToDouble(Double::doubleValue)
                .min()
                .orElseGet(() -> batch.getGoodTimeIntervals().stream()
                        .mapToDouble(GoodTimeInterval::getStartSeconds)
                        .min()
                        .orElse(0));
        return Math.max(0, Numbers.epochMillis(epoch) + (long) Math.floor(seconds * 1e3));
    }

    private static long share(long nanoseconds, int row, int rows) {
        return BigInteger.valueOf(nanoseconds)
                .multiply(BigInteger.valueOf(row))
                .divide(BigInteger.valueOf(rows))
                .longValueExact();
    }

    private static XrayEventBatch.Builder batch(String source, EventList list, int start, int end) {
        Columns columns = list.columns();
        List<Double> times = new ArrayList<>(end - start);
        List<Float> energies = new ArrayList<>(end - start);
        List<Float> x = new ArrayList<>(end - start);
        List<Float> y = new ArrayList<>(end - start);
        for (int row = start; row < end; row++) {
            times.add(columns.timesSeconds()[row]);
            energies.add(columns.energiesKeV()[row]);
            x.add(columns.x()[row]);
            y.add(columns.y()[row]);
        }
        var observation = list.observation();
        String identity =
                String.join("\0", source, observation.id(), observation.instrument(), list.file(), start + "-" + end);
        return XrayEventBatch.newBuilder()
                .setBatchId(UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8))
                        .toString())
                .setSource(source)
                .setObservation(observation.id())
                .setInstrument(observation.instrument())
                .setFile(list.file())
                .setReferenceEpoch(observation.referenceEpoch())
                .setGoodTimeIntervals(list.goodTimeIntervals())
                .setEventIndexStart(start)
                .setEventTimesSeconds(times)
                .setEnergiesKeV(energies)
                .setPositionsX(x)
                .setPositionsY(y)
                .setSkyReference(observation.skyReference());
    }
}
