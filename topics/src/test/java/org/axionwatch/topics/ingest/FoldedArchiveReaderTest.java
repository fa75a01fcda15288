package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nom.tam.fits.BinaryTable;
import nom.tam.fits.BinaryTableHDU;
import nom.tam.fits.Fits;
import nom.tam.fits.FitsException;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.FoldedChannel;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulseTemplate;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are built here with the FITS library alone, as a back end writes them; those of the writer come back whole. */
class FoldedArchiveReaderTest {
    private static final int BINS = 16;

    @TempDir
    Path folder;

    private final PulseTemplate template = template();

    private static PulseTemplate template() {
        TrustedRecords.trust();
        return new PulseTemplate("a.template", null, List.of(0.0, 0.0, 1.0, 3.0, 1.0, 0.0, 0.0, 0.0));
    }

    @Test
    void shouldReadEveryRowOfATwoPolarisationArchiveInTotalIntensity() throws Exception {
        List<FoldedProfileFrame> frames = read(backEndFile("VALID"));

        assertThat(frames).hasSize(2);
        FoldedProfileFrame second = frames.get(1);
        assertThat(second.getPulsar()).isEqualTo("J0000+0000");
        assertThat(second.getObservatory()).isEqualTo("Parkes");
        assertThat(second.getBackend()).isEqualTo("Medusa");
        assertThat(second.getReceiver()).isEqualTo("UWL");
        assertThat(second.getTimeScale()).isEqualTo(TimeScale.UTC);
        assertThat(second.getSubIntegration()).isEqualTo(1);
        // 86370 s + 0.75 s + 45 s after midnight of 58849 is 15.75 s after the next.
        assertThat(second.getEpoch().getDay()).isEqualTo(58_850);
        assertThat(second.getEpoch().getFraction()).isCloseTo(15.75 / 86_400, within(1e-15));
        assertThat(second.getPeriodSeconds()).isEqualTo(0.005);
        assertThat(second.getIntegrationSeconds()).isEqualTo(30);
        assertThat(second.getTemplate()).isEqualTo(template);
        assertThat(second.getChannels())
                .extracting(FoldedChannel::getFrequencyMHz)
                .containsExactly(1300.5, 1301.5, 1302.5);
        // Row 1, channel 2: AA = 10 + 0.5 x (200 + bin), BB = 20 + 0.25 x (-bin).
        double[] expected = new double[BINS];
        for (int bin = 0; bin < BINS; bin++) {
            expected[bin] = 10 + 0.5 * (200 + bin) + 20 - 0.25 * bin;
        }
        assertThat(intensities(second.getChannels().get(2))).containsExactly(expected, within(1e-4));
        assertThat(frames).extracting(FoldedProfileFrame::getProfileId).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepAZappedChannelWithZeroWeight() throws Exception {
        FoldedProfileFrame first = read(backEndFile("VALID")).get(0);

        assertThat(first.getChannels()).hasSize(3);
        assertThat(first.getChannels().get(1).getWeight()).isZero();
        assertThat(first.getChannels().get(0).getWeight()).isEqualTo(1);
    }

    @Test
    void shouldTakeTheRemovedDispersionFromTheHistory() throws Exception {
        FoldedProfileFrame first = read(backEndFile("VALID")).get(0);

        assertThat(first.getRemovedDispersionMeasurePcPerCm3()).isEqualTo(15.4);
        assertThat(first.getRemovedDispersionReferenceMHz()).isEqualTo(1369.0);
    }

    @Test
    void shouldMoveEpochsToThePhaseOfTheStartWhenThereIsAPredictor() throws Exception {
        Path file = backEndFile("MIDTIME", polyco(58_849.5));

        List<FoldedProfileFrame> frames = read(file);

        // Start + 15.0012 s is 0.24 of a 5 ms period past the phase of the start, start + 45.0049 s 0.02 before it.
        assertThat(secondsAfterStart(frames.get(0))).isCloseTo(15, within(1e-8));
        assertThat(secondsAfterStart(frames.get(1))).isCloseTo(45.005, within(1e-8));
        assertThat(frames.get(0).getPeriodSeconds()).isEqualTo(0.005);
    }

    /** STT_SMJD + STT_OFFS of day 58849 is 86370.75 s after its midnight. */
    private static double secondsAfterStart(FoldedProfileFrame frame) {
        return (frame.getEpoch().getDay() - 58_849 + frame.getEpoch().getFraction()) * 86_400 - 86_370.75;
    }

    @Test
    void shouldRefuseAPredictorOfAnotherDay() throws Exception {
        assertRefused(backEndFile("MIDTIME", polyco(58_860)), Reason.OUT_OF_RANGE, "b.rf[POLYCO]");
    }

    @Test
    void shouldRefuseEpochsThatNeedAPredictor() throws Exception {
        assertRefused(backEndFile("MIDTIME"), Reason.MALFORMED_KEYWORD, "b.rf[SUBINT]");
    }

    @Test
    void shouldNameWhatIsMissingOrCut() throws Exception {
        assertRefused(edited("'SUBINT  '", "'SUBINX  '"), Reason.MISSING_HDU, "b.rf");
        assertRefused(edited("TTYPE3  = 'PERIOD  '", "TTYPE3  = 'PERIOX  '"), Reason.MISSING_COLUMN, "b.rf[SUBINT]");
        assertRefused(edited("TELESCOP= 'Parkes  '", "TELESCOX= 'Parkes  '"), Reason.MISSING_KEYWORD, "b.rf[primary]");
        assertRefused(
                edited("NBIN    =                   16", "NBIN    =                   12"),
                Reason.OUT_OF_RANGE,
                "b.rf[SUBINT]");
        assertRefused(
                edited("NBIN    =                   16", "NBIN    =                    8"),
                Reason.MALFORMED_COLUMN,
                "b.rf[SUBINT]");
        assertRefused(
                edited("NCHAN   =                    3", "NCHAN   =               999999"),
                Reason.OUT_OF_RANGE,
                "b.rf[SUBINT]");
        byte[] whole = Files.readAllBytes(backEndFile("VALID"));
        Path cut = Files.write(folder.resolve("b.rf"), Arrays.copyOf(whole, whole.length - 2880));
        assertThatThrownBy(() -> read(cut)).isInstanceOf(ArchiveFormatException.class);
        Path text = Files.writeString(folder.resolve("b.rf"), "no FITS");
        assertThatThrownBy(() -> read(text)).isInstanceOf(ArchiveFormatException.class);
    }

    @Test
    void shouldReadBackWhatTheWriterWrote() throws IOException {
        List<FoldedProfileFrame> written = new ArrayList<>();
        for (int sub = 0; sub < 3; sub++) {
            List<FoldedChannel> channels = new ArrayList<>();
            for (int channel = 0; channel < 5; channel++) {
                double[] profile = new double[BINS];
                for (int bin = 0; bin < BINS; bin++) {
                    profile[bin] = Math.sin(bin + channel) + sub;
                }
                channels.add(DigitisedProfile.of(profile).channel(1400 + channel, 1));
            }
            written.add(FoldedProfileFrame.newBuilder(read0())
                    .setSubIntegration(sub)
                    .setEpoch(new MjdInstant(59_000, 0.25 + sub * 0.01))
                    .setChannels(channels)
                    .build());
        }
        Path file = folder.resolve("obs.rf");
        FoldedArchiveWriter.write(written, file);

        List<FoldedProfileFrame> back = read(file);
        assertThat(back).hasSize(3);
        for (int sub = 0; sub < 3; sub++) {
            assertThat(back.get(sub).getTimeScale()).isEqualTo(TimeScale.TDB);
            assertThat(back.get(sub).getEpoch().getFraction())
                    .isCloseTo(written.get(sub).getEpoch().getFraction(), within(1e-15));
            for (int channel = 0; channel < 5; channel++) {
                FoldedChannel expected = written.get(sub).getChannels().get(channel);
                FoldedChannel actual = back.get(sub).getChannels().get(channel);
                assertThat(actual.getFrequencyMHz()).isEqualTo(expected.getFrequencyMHz());
                assertThat(intensities(actual)).containsExactly(intensities(expected), within(1e-7));
            }
        }
    }

    @Test
    void shouldRefuseATemplateThatIsNoProfile() throws IOException {
        assertTemplateRefused("0 1\n0.1 2\n", "t.template");
        assertTemplateRefused("0 1\n0.1\n", "t.template:2");
        assertTemplateRefused("0 1\n0.1 x\n", "t.template:2");
        assertTemplateRefused("0 1\n0 2\n", "t.template:2");
        assertTemplateRefused("0 1\n1 1\n2 1\n3 1\n4 1\n5 1\n6 1\n7 1\n", "t.template");
    }

    private void assertTemplateRefused(String text, String place) throws IOException {
        Path file = Files.writeString(folder.resolve("t.template"), text);
        assertThatThrownBy(() -> new TemplateReader().read(file))
                .isInstanceOfSatisfying(
                        ArchiveFormatException.class, e -> assertThat(e.place()).isEqualTo(place));
    }

    private FoldedProfileFrame read0() {
        return FoldedProfileFrame.newBuilder()
                .setProfileId("x")
                .setPulsar("J0000+0000")
                .setObservation("obs")
                .setFile("obs.rf")
                .setObservatory("@")
                .setTimeScale(TimeScale.TDB)
                .setSubIntegration(0)
                .setEpoch(new MjdInstant(59_000, 0.25))
                .setPeriodSeconds(0.005)
                .setIntegrationSeconds(30)
                .setBins(BINS)
                .setTemplate(template)
                .setChannels(List.of())
                .build();
    }

    private List<FoldedProfileFrame> read(Path file) {
        return new FoldedArchiveReader("J0000+0000", template).read(file);
    }

    private void assertRefused(Path file, Reason reason, String place) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    private Path edited(String from, String to) throws Exception {
        String text = Files.readString(backEndFile("VALID"), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        assertThat(from).hasSameSizeAs(to);
        return Files.write(folder.resolve("b.rf"), text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    private static double[] intensities(FoldedChannel channel) {
        DigitisedProfile profile = DigitisedProfile.of(channel);
        double[] intensities = new double[profile.samples().length];
        for (int bin = 0; bin < intensities.length; bin++) {
            intensities[bin] = profile.offset() + profile.scale() * profile.samples()[bin];
        }
        return intensities;
    }

    /** Two rows, two polarisations AABB, three channels, the middle one zapped, dedispersed at 15.4 to 1369 MHz. */
    private Path backEndFile(String epochs) throws FitsException, IOException {
        return backEndFile(epochs, null);
    }

    private Path backEndFile(String epochs, @Nullable BinaryTableHDU predictor) throws FitsException, IOException {
        BinaryTable table = new BinaryTable();
        table.addColumn(new double[] {30, 30});
        table.addColumn(epochs.equals("VALID") ? new double[] {15, 45} : new double[] {15.0012, 45.0049});
        table.addColumn(new double[] {0.005, 0.005});
        table.addColumn(new double[][] {{1300.5, 1301.5, 1302.5}, {1300.5, 1301.5, 1302.5}});
        table.addColumn(new float[][] {{1, 0, 1}, {1, 0, 1}});
        table.addColumn(new float[][] {{10, 10, 10, 20, 20, 20}, {10, 10, 10, 20, 20, 20}});
        table.addColumn(
                new float[][] {{0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.25f}, {0.5f, 0.5f, 0.5f, 0.25f, 0.25f, 0.25f}});
        short[][][][] data = new short[2][2][3][BINS];
        for (int row = 0; row < 2; row++) {
            for (int channel = 0; channel < 3; channel++) {
                for (int bin = 0; bin < BINS; bin++) {
                    data[row][0][channel][bin] = (short) (100 * channel + bin);
                    data[row][1][channel][bin] = (short) -bin;
                }
            }
        }
        table.addColumn(data);
        BinaryTableHDU subint = (BinaryTableHDU) Fits.makeHDU(table);
        name(subint, "TSUBINT", "OFFS_SUB", "PERIOD", "DAT_FREQ", "DAT_WTS", "DAT_OFFS", "DAT_SCL", "DATA");
        subint.getHeader().addValue("EXTNAME", "SUBINT", "");
        subint.getHeader().addValue("EPOCHS", epochs, "");
        subint.getHeader().addValue("POL_TYPE", "AABB", "");
        subint.getHeader().addValue("NPOL", 2, "");
        subint.getHeader().addValue("NBIN", BINS, "");
        subint.getHeader().addValue("NCHAN", 3, "");
        Path file = folder.resolve("b.rf");
        Files.deleteIfExists(file);
        try (Fits fits = new Fits()) {
            var primary = Fits.makeHDU(new byte[0]);
            primary.getHeader().addValue("TELESCOP", "Parkes", "");
            primary.getHeader().addValue("FRONTEND", "UWL", "");
            primary.getHeader().addValue("BACKEND", "Medusa", "");
            primary.getHeader().addValue("STT_IMJD", 58_849, "");
            primary.getHeader().addValue("STT_SMJD", 86_370, "");
            primary.getHeader().addValue("STT_OFFS", 0.75, "");
            fits.addHDU(primary);
            fits.addHDU(history());
            if (predictor != null) {
                fits.addHDU(predictor);
            }
            fits.addHDU(subint);
            fits.write(file.toFile());
        }
        return file;
    }

    /** 200 Hz exactly for the day about a date; only the newest block counts. */
    private static BinaryTableHDU polyco(double middleMjd) throws FitsException {
        BinaryTable table = new BinaryTable();
        table.addColumn(new short[] {1, 1});
        table.addColumn(new short[] {1440, 1440});
        table.addColumn(new double[] {middleMjd, middleMjd});
        table.addColumn(new double[] {0.1, 0.3});
        table.addColumn(new double[] {1, 200});
        table.addColumn(new double[][] {{0, 0, 0}, {0.25, 0, 0}});
        BinaryTableHDU polyco = (BinaryTableHDU) Fits.makeHDU(table);
        name(polyco, "NPBLK", "NSPAN", "REF_MJD", "REF_PHS", "REF_F0", "COEFF");
        polyco.getHeader().addValue("EXTNAME", "POLYCO", "");
        return polyco;
    }

    private static BinaryTableHDU history() throws FitsException {
        BinaryTable table = new BinaryTable();
        table.addColumn(new double[] {15.4, 15.4});
        table.addColumn(new double[] {0, 1369});
        table.addColumn(new short[] {0, 1});
        BinaryTableHDU history = (BinaryTableHDU) Fits.makeHDU(table);
        name(history, "DM", "REF_FREQ", "DEDISP");
        history.getHeader().addValue("EXTNAME", "HISTORY", "");
        return history;
    }

    private static void name(BinaryTableHDU table, String... names) throws FitsException {
        for (int column = 0; column < names.length; column++) {
            table.setColumnName(column, names[column], null);
        }
    }
}
