package org.axionwatch.topics.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PhaseReference;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.Archive.Account;
import org.jspecify.annotations.Nullable;

/** Turns the files of one archive into the records that stand for them. */
public final class ArchiveReader {
    private final boolean outsideAllowed;
    private final EventBatcher batcher;

    /**
     * @param outsideAllowed whether INCLUDE may leave the folder of a {@code .tim} file, and response files that of a
     *     source description
     * @param eventsPerBatch most events of one batch, 1 to 40000
     */
    public ArchiveReader(boolean outsideAllowed, int eventsPerBatch) {
        this.outsideAllowed = outsideAllowed;
        this.batcher = new EventBatcher(eventsPerBatch);
    }

    /**
     * Reads the files of an item whole.
     *
     * @throws ArchiveFormatException if any of them cannot be
     */
    public Archive read(ArchiveItem item) {
        if (item instanceof ArchiveItem.Pulsar pulsar) {
            return pulsar(pulsar.par(), pulsar.tim());
        }
        if (item instanceof ArchiveItem.Folded folded) {
            return folded(folded);
        }
        if (item instanceof ArchiveItem.Residuals residuals) {
            return residuals(residuals.table());
        }
        var events = (ArchiveItem.Events) item;
        return events(events.list(), events.description());
    }

    private Archive pulsar(Path par, Path tim) {
        PulsarEphemeris ephemeris = new ParFileReader().read(par);
        TimFile file = new TimFileReader(outsideAllowed).read(tim).forFrames();
        ParJumps.addBlocks(ephemeris, file.jumpBlocks());
        List<PulsarToaFrame> frames = new FrameAssembler().assemble(ephemeris.getPulsar(), file);
        var account = new Account(file.toas().size(), file.skipped(), 0);
        return pulsar(file.name(), ephemeris, frames, account);
    }

    private static Archive folded(ArchiveItem.Folded item) {
        PulsarEphemeris ephemeris = new ParFileReader().read(item.par());
        var reader = new FoldedArchiveReader(ephemeris.getPulsar(), new TemplateReader().read(item.template()));
        List<ArchiveRecord> data = new ArrayList<>();
        for (Path file : item.profiles()) {
            for (FoldedProfileFrame frame : reader.read(file)) {
                data.add(new ArchiveRecord(
                        Topics.PULSAR_FOLDED_PROFILE,
                        frame.getPulsar(),
                        frame,
                        FoldedArchiveReader.timestampMs(frame)));
            }
        }
        data.sort(Comparator.comparingLong(ArchiveRecord::timestampMs));
        if (!data.isEmpty()) {
            long spanMs = data.get(data.size() - 1).timestampMs() - data.get(0).timestampMs();
            ephemeris.setTimeSpanSeconds(spanMs / 1e3);
        }
        var account = new Account(0, new TreeMap<>(), 0);
        return new Archive(TextFile.name(item.par()), List.of(definition(ephemeris)), data, account);
    }

    private static ArchiveRecord definition(PulsarEphemeris ephemeris) {
        MjdInstant epoch = ephemeris.getSpinEpoch();
        return new ArchiveRecord(Topics.PULSAR_EPHEMERIS, ephemeris.getPulsar(), ephemeris, Numbers.epochMillis(epoch));
    }

    private static Archive residuals(Path table) {
        var residuals = new ResidualTableReader().read(table);
        long toas = residuals.frames().stream()
                .mapToLong(frame -> frame.getChannels().size())
                .sum();
        var account = new Account(toas, new TreeMap<>(), 0);
        return pulsar(TextFile.name(table), residuals.ephemeris(), residuals.frames(), account);
    }

    private static Archive pulsar(
            String name, PulsarEphemeris ephemeris, List<PulsarToaFrame> frames, Account account) {
        ephemeris.setTimeSpanSeconds(FrameAssembler.timeSpanSeconds(frames));
        if (ephemeris.getPhaseReference() == null) {
            ephemeris.setPhaseReference(firstAtBarycentre(frames));
        }
        var data = frames.stream()
                .map(frame -> new ArchiveRecord(
                        Topics.PULSAR_TOA_FRAME, frame.getPulsar(), frame, FrameAssembler.timestampMs(frame)))
                .toList();
        return new Archive(name, List.of(definition(ephemeris)), data, account);
    }

    /**
     * The first arrival at the barycentre, which has pulse phase zero where no TZRMJD says otherwise, as in PINT: counted from
     * the spin epoch a whole archive may lie half a period off. Ready residuals need none.
     */
    private static @Nullable PhaseReference firstAtBarycentre(List<PulsarToaFrame> frames) {
        return frames.stream()
                .filter(frame -> frame.getObservatory().equals(TimLine.BARYCENTRE_CODE))
                .flatMap(frame -> frame.getChannels().stream())
                .filter(channel -> channel.getDelaySeconds() == null)
                .min(Comparator.comparing(ToaChannel::getTime))
                .map(channel ->
                        new PhaseReference(channel.getTime(), TimLine.BARYCENTRE_CODE, channel.getFrequencyMHz()))
                .orElse(null);
    }

    private Archive events(Path list, Path description) {
        SourceDescription described = new SourceDescriptionReader(outsideAllowed).read(description);
        if (SpectrumBatcher.isSpectrum(list)) {
            XrayEventBatch counts = new SpectrumBatcher(described.source()).batch(list);
            return xray(described, TextFile.name(list), List.of(counts), SpectrumBatcher.events(counts));
        }
        XraySource source = described.source();
        EventList events =
                new EventListReader(described.columnX(), described.columnY(), source.getSkyReference()).read(list);
        return xray(described, events.file(), batcher.batches(source.getSource(), events), events.size());
    }

    private static Archive xray(SourceDescription described, String name, List<XrayEventBatch> batches, long events) {
        String source = described.source().getSource();
        var data = batches.stream()
                .map(batch ->
                        new ArchiveRecord(Topics.XRAY_EVENT_BATCH, source, batch, EventBatcher.timestampMs(batch)))
                .toList();
        long start = data.get(0).timestampMs();
        List<ArchiveRecord> definitions = new ArrayList<>();
        if (described.response() != null) {
            definitions.add(new ArchiveRecord(
                    Topics.XRAY_RESPONSE, described.response().getResponseId(), described.response(), start));
        }
        definitions.add(new ArchiveRecord(Topics.XRAY_SOURCE, source, described.source(), start));
        return new Archive(name, definitions, data, new Account(0, new TreeMap<>(), events));
    }
}
