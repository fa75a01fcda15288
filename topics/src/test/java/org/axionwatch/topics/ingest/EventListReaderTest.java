package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.SkyPosition;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventListReaderTest {
    private static final Path CHANDRA = Path.of("xray/events/chandra_test.fits");

    @TempDir
    Path folder;

    private final EventListReader reader = new EventListReader();

    private static EventList chandra() {
        return new EventListReader().read(SharedData.file(CHANDRA.toString()));
    }

    private void assertRefused(byte[] content, Reason reason, String place) throws IOException {
        Path file = Files.write(folder.resolve("e.fits"), content);
        assertThatThrownBy(() -> reader.read(file)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e.place()).isEqualTo(place);
        });
    }

    private static byte[] edited(String from, String to) throws IOException {
        String text = Files.readString(SharedData.file(CHANDRA.toString()), StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        assertThat(from).hasSameSizeAs(to);
        return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void shouldReadEveryEventOfARealChandraList() {
        EventList list = chandra();

        assertThat(list.size()).isEqualTo(4612);
        assertThat(list.livetimeSeconds()).isEqualTo(18279.338652893);
        assertThat(list.observation().id()).isEqualTo("10027");
        assertThat(list.observation().instrument()).isEqualTo("CHANDRA ACIS");
        assertThat(list.observation().referenceEpoch()).isEqualTo(new MjdInstant(50814, 0.0));
        assertThat(list.goodTimeIntervals()).hasSize(1);
        assertThat(Arrays.stream(list.columns().timesSeconds())).allMatch(t -> t >= 3.39e8 && t <= 3.4e8);
    }

    @Test
    void shouldReadPulseInvariantsOfNuStarAndNullPositions() {
        EventList list = reader.read(SharedData.file("xray/events/nu90410111001A06_cl_sunpos.evt"));

        assertThat(list.size()).isEqualTo(9442);
        assertThat(list.livetimeSeconds()).isEqualTo(70.0321908915824);
        assertThat(list.observation().referenceEpoch().getFraction()).isEqualTo(7.66018520e-4, within(1e-15));
        for (float energy : list.columns().energiesKeV()) {
            assertThat((energy - 1.60) / 0.04).isEqualTo(Math.rint((energy - 1.60) / 0.04), within(1e-3));
        }
    }

    @Test
    void shouldShareTheLivetimeExactlyAmongTheBatches() {
        EventList list = chandra();

        var batches = new EventBatcher(500).batches("m82", list);

        assertThat(batches).hasSize(10);
        assertThat(batches.stream().mapToInt(b -> b.getEnergiesKeV().size()).sum())
                .isEqualTo(4612);
        long nanoseconds = batches.stream()
                .mapToLong(batch -> Math.round(batch.getLivetimeSeconds() * 1e9))
                .sum();
        assertThat(nanoseconds).isEqualTo(18_279_338_652_893L);
        assertThat(batches).extracting(XrayEventBatch::getBatchId).doesNotHaveDuplicates();
        assertThat(batches.get(9).getEventIndexStart()).isEqualTo(4500);
    }

    @Test
    void shouldNameWhatIsMissing() throws Exception {
        assertRefused(edited("'EVENTS  '", "'EVENTZ  '"), Reason.MISSING_HDU, "e.fits");
        assertRefused(edited("TTYPE1  = 'time    '", "TTYPE1  = 'tyme    '"), Reason.MISSING_COLUMN, "e.fits[EVENTS]");
        assertRefused(
                edited("TUNIT6  = 'eV      '", "TUNIT6  = 'erg     '"), Reason.MALFORMED_KEYWORD, "e.fits[EVENTS]");
        assertRefused(edited("LIVETIME=  1.8279", "LIVETIME= -1.8279"), Reason.NOT_POSITIVE, "e.fits[EVENTS]");
    }

    @Test
    void shouldNameAMissingPositionColumn() {
        assertThatThrownBy(() -> reader.read(SharedData.file("xray/events/monol_testA.evt")))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.MISSING_COLUMN);
                    assertThat(e.place()).isEqualTo("monol_testA.evt[EVENTS]");
                });
    }

    @Test
    void shouldRefuseATruncatedFileWhereverItIsCut() throws Exception {
        byte[] whole = Files.readAllBytes(SharedData.file(CHANDRA.toString()));

        assertRefused(Arrays.copyOf(whole, 100_000), Reason.TRUNCATED, "e.fits[EVENTS]");
        assertThatThrownBy(() -> reader.read(Files.write(folder.resolve("h.fits"), Arrays.copyOf(whole, 4_000))))
                .isInstanceOf(ArchiveFormatException.class);
    }

    @Test
    void shouldRefuseWhatIsNoFitsFile() throws Exception {
        assertThatThrownBy(() -> reader.read(Files.writeString(folder.resolve("x.fits"), "hello")))
                .isInstanceOf(ArchiveFormatException.class);
        assertRefused(new byte[0], Reason.MISSING_HDU, "e.fits");
    }

    private static final SkyPosition M82_X1 = new SkyPosition(148.959167, 69.679722);
    private static final SkyPosition CHANDRA_TANGENT_POINT = new SkyPosition(149.09885492322, 69.715351594383);

    @Test
    void shouldGivePositionsAsOffsetsOnTheSky() {
        EventList.Columns pixels = chandra().columns();
        EventList list = new EventListReader("X", "Y", CHANDRA_TANGENT_POINT).read(SharedData.file(CHANDRA.toString()));

        // About the tangent point itself the projection is linear: 0.492 arcsec a pixel.
        for (int i = 0; i < list.size(); i++) {
            assertThat(list.columns().x()[i]).isCloseTo((float) (-0.492 * (pixels.x()[i] - 4096.5)), within(2e-4f));
            assertThat(list.columns().y()[i]).isCloseTo((float) (0.492 * (pixels.y()[i] - 4096.5)), within(2e-4f));
        }
        assertThat(list.observation().skyReference()).isEqualTo(CHANDRA_TANGENT_POINT);
    }

    @Test
    void shouldFindTheTargetWhereTheHeaderSaysItIs() {
        EventList.Columns columns = new EventListReader("X", "Y", M82_X1)
                .read(SharedData.file(CHANDRA.toString()))
                .columns();

        long near = IntStream.range(0, columns.x().length)
                .filter(i -> Math.hypot(columns.x()[i], columns.y()[i]) < 4)
                .count();
        // 1,389 of the 4,612 events fall into the one cell of 8 x 8 pixels that holds RA_TARG, DEC_TARG.
        assertThat(near).isGreaterThan(1389);
    }

    @Test
    void shouldProjectDirectionsLikeTheVectorForm() {
        // From the unit vectors of both directions and of east and north, in numpy.
        assertThat(TangentPlane.offsetArcseconds(M82_X1, CHANDRA_TANGENT_POINT))
                .containsExactly(new double[] {-174.63262933770505, -128.06692601737177}, within(1e-8));
        assertThat(TangentPlane.offsetArcseconds(new SkyPosition(0.2, -45.1), new SkyPosition(359.9, -44.9)))
                .containsExactly(new double[] {762.3476824890248, -721.4166561082039}, within(1e-8));
        assertThat(TangentPlane.offsetArcseconds(new SkyPosition(180.0, 0.0), new SkyPosition(0.0, 0.0)))
                .containsOnly(Double.NaN);
    }

    @Test
    void shouldRefuseSkyPositionsWherePixelsAreNotOnTheSky() {
        // Helioprojective pixels of 2.458 arcsec whose header calls them degrees.
        Path sun = SharedData.file("xray/events/nu90410111001A06_cl_sunpos.evt");
        FitsBytes.assertRefused(
                sun, new EventListReader("X", "Y", M82_X1)::read, Reason.MALFORMED_KEYWORD, "TCDLT13 is -2.458");
        FitsBytes.assertRefused(
                sun, new EventListReader("DET1X", "DET1Y", M82_X1)::read, Reason.MALFORMED_KEYWORD, "TCTYP9 is DET1X");
    }

    @Test
    void shouldCorrectOntimeForDeadTimeWithoutLivetime() throws Exception {
        Path nustar = SharedData.file("xray/events/nu90410111001A06_cl_sunpos.evt");
        Path copy = FitsBytes.edited(nustar, folder.resolve("n.evt"), "LIVETIME=", "LIVETIMX=");
        copy = FitsBytes.edited(copy, copy, "EXPOSURE=", "EXPOSURX=");

        assertThat(reader.read(copy).livetimeSeconds()).isCloseTo(70.0321908915824, within(1e-6));

        Path without = FitsBytes.edited(copy, folder.resolve("d.evt"), "DEADC   =", "DEADX   =");
        FitsBytes.assertRefused(without, reader::read, Reason.MISSING_KEYWORD, "ONTIME with DEADC");
    }

    @Test
    void shouldAddTimezeroToTheReferenceEpoch() {
        // These lists have no positions; PI stands in for them.
        var pi = new EventListReader("PI", "PI", null);
        MjdInstant plain = pi.read(SharedData.file("xray/events/monol_testA.evt"))
                .observation()
                .referenceEpoch();
        MjdInstant later = pi.read(SharedData.file("xray/events/monol_testA_timezero.evt"))
                .observation()
                .referenceEpoch();

        assertThat((later.getFraction() - plain.getFraction()) * 86_400).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void shouldNameAnUnknownMissionAndMissingGoodTimes() throws Exception {
        FitsBytes.assertRefused(
                SharedData.file("xray/events/nomission.evt"),
                new EventListReader("PI", "PI", null)::read,
                Reason.MALFORMED_KEYWORD,
                "TELESCOP babasone");
        assertRefused(edited("'GTI     '", "'GTX     '"), Reason.MISSING_HDU, "e.fits");
        assertRefused(
                edited("TIMEUNIT= 's       '", "TIMEUNIT= 'd       '"), Reason.MALFORMED_KEYWORD, "e.fits[EVENTS]");
    }

    @Test
    void shouldTurnPulseInvariantsIntoEnergiesOfEachMission() throws Exception {
        Path nustar = SharedData.file("xray/events/monol_testA.evt");
        Path xmm = FitsBytes.edited(nustar, folder.resolve("x.evt"), "'NuSTAR  '", "'XMM     '");
        Path chandra = FitsBytes.edited(nustar, folder.resolve("c.evt"), "'NuSTAR  '", "'CHANDRA '");
        var pi = new EventListReader("PI", "PI", null);
        EventList.Columns columns = pi.read(nustar).columns();
        float[] ofXmm = pi.read(xmm).columns().energiesKeV();
        float[] ofChandra = pi.read(chandra).columns().energiesKeV();

        for (int i = 0; i < ofXmm.length; i++) {
            float channel = columns.x()[i];
            assertThat(columns.energiesKeV()[i]).isCloseTo(1.60f + 0.04f * channel, within(1e-4f));
            assertThat(ofXmm[i]).isCloseTo(channel / 1000, within(1e-6f));
            // Channel c of EBOUNDS of 3c273.rmf is from 14.6 (c - 1) to 14.6 c eV.
            assertThat(ofChandra[i]).isBetween(0.0146f * (channel - 1), 0.0146f * channel);
        }
    }
}
