package org.axionwatch.topics.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nom.tam.fits.FitsException;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulseTemplate;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.FoldedTable.Dispersion;

/**
 * Reads PSRFITS fold-mode archives (Hotan, van Straten and Manchester 2004, PASA 21, 302): one record for each row of
 * SUBINT. Needed: STT_IMJD, STT_SMJD, STT_OFFS, TELESCOP of the primary header; NCHAN, NPOL, NBIN of SUBINT, its columns
 * DAT_FREQ, DAT_WTS, DAT_SCL, DAT_OFFS, DATA, OFFS_SUB, TSUBINT and PERIOD or a POLYCO table ({@link FoldedClock}).
 *
 * <p>Tempo2's predictor (T2PREDICT) is not read. Polarisations become total intensity: AA + BB, or Stokes I. Dispersion was removed
 * between the channels where the last row of HISTORY says so (DEDISP, DM, REF_FREQ). Floating-point DATA is digitised to
 * 16 bits a sample.
 */
public final class FoldedArchiveReader {
    private static final int MAX_ROWS = 100_000;

    /** Largest encoded record [byte]; Kafka's default record limit is 1 MiB. */
    private static final int MAX_RECORD_BYTES = 1_000_000;

    private final String pulsar;
    private final PulseTemplate template;

    /**
     * @param pulsar key of the records
     * @param template goes into every record
     */
    public FoldedArchiveReader(String pulsar, PulseTemplate template) {
        TrustedRecords.trust();
        this.pulsar = pulsar;
        this.template = template;
    }

    /**
     * Reads an archive whole.
     *
     * @return its sub-integrations in file order
     * @throws ArchiveFormatException with file, HDU and keyword or column if it cannot be read
     */
    public List<FoldedProfileFrame> read(Path file) {
        return FitsFile.read(file, this::frames);
    }

    /** What a row is made of besides itself. */
    private record Observation(
            String file, FitsKeywords primary, FoldedTable subint, FoldedClock clock, Dispersion removed) {
        static Observation of(FitsFile fits) throws FitsException {
            FoldedTable subint = new FoldedTable(named(fits, "SUBINT")
                    .orElseThrow(() ->
                            new ArchiveFormatException(Reason.MISSING_HDU, fits.name(), "no binary table SUBINT")));
            FitsTable polyco = named(fits, "POLYCO").orElse(null);
            FitsTable history = named(fits, "HISTORY").orElse(null);
            return new Observation(
                    fits.name(),
                    fits.primary(),
                    subint,
                    new FoldedClock(fits.primary(), subint, polyco == null ? null : PolycoTable.read(polyco)),
                    history == null ? Dispersion.NONE : Dispersion.ofHistory(history));
        }

        private static Optional<FitsTable> named(FitsFile fits, String extension) {
            return fits.first(table -> table.extension().equals(extension));
        }
    }

    private List<FoldedProfileFrame> frames(FitsFile fits) throws FitsException {
        Observation observation = Observation.of(fits);
        FoldedTable subint = observation.subint();
        if (subint.rows() > MAX_ROWS) {
            throw new ArchiveFormatException(Reason.FILE_TOO_LARGE, subint.place(), "more than " + MAX_ROWS + " rows");
        }
        List<FoldedProfileFrame> frames = new ArrayList<>();
        for (int row = 0; row < subint.rows(); row++) {
            FoldedProfileFrame frame = frame(observation, row);
            requireFits(frame, subint.place());
            frames.add(frame);
        }
        return frames;
    }

    private FoldedProfileFrame frame(Observation source, int row) throws FitsException {
        FitsKeywords primary = source.primary();
        FoldedTable subint = source.subint();
        String telescope = primary.text("TELESCOP", "");
        if (telescope.isEmpty()) {
            throw new ArchiveFormatException(Reason.MISSING_KEYWORD, primary.place(), "TELESCOP");
        }
        String observatory = TimLine.canonicalSite(telescope);
        return FoldedProfileFrame.newBuilder()
                .setProfileId(profileId(source.file(), telescope, row))
                .setPulsar(pulsar)
                .setObservation(stem(source.file()))
                .setFile(source.file())
                .setObservatory(observatory)
                .setBackend(primary.text("BACKEND", ""))
                .setReceiver(primary.text("FRONTEND", ""))
                .setTimeScale(TimLine.isBarycentre(telescope) ? TimeScale.TDB : TimeScale.UTC)
                .setSubIntegration(row)
                .setEpoch(source.clock().epoch(row))
                .setPeriodSeconds(source.clock().periodSeconds(row))
                .setIntegrationSeconds(subint.positive("TSUBINT", row))
                .setBins(subint.bins())
                .setRemovedDispersionMeasurePcPerCm3(source.removed().pcPerCm3())
                .setRemovedDispersionReferenceMHz(source.removed().referenceMHz())
                .setTemplate(template)
                .setChannels(subint.channels(row))
                .build();
    }

    private String profileId(String file, String telescope, int row) {
        String identity = String.join("\0", "folded", pulsar, file, telescope, Integer.toString(row));
        return UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void requireFits(FoldedProfileFrame frame, String place) {
        int bytes;
        try {
            bytes = FoldedProfileFrame.getEncoder().encode(frame).remaining();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes > MAX_RECORD_BYTES) {
            throw new ArchiveFormatException(
                    Reason.FRAME_TOO_LARGE,
                    place,
                    String.format(
                            Locale.ROOT,
                            "%d channels of %d bins are %d bytes, at most %d; average bins or channels first",
                            frame.getChannels().size(),
                            frame.getBins(),
                            bytes,
                            MAX_RECORD_BYTES));
        }
    }

    /** Record time of a sub-integration: its epoch [ms since 1970]. */
    static long timestampMs(FoldedProfileFrame frame) {
        return Numbers.epochMillis(frame.getEpoch());
    }

    private static String stem(String file) {
        int point = file.lastIndexOf('.');
        return point <= 0 ? file : file.substring(0, point);
    }
}
