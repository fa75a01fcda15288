package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.axionwatch.records.time.MjdInstant;
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
}
