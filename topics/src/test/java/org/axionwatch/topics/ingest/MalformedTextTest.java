package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Whatever happens to a file, the readers answer with records or with a named error, never with another exception. */
class MalformedTextTest {
    private static final String TIM =
            "FORMAT 1\nMODE 1\nEFAC 1.1\nTIME 0.5\n a.ff 1400.5 56277.876691673847491 1.5 gbt -fe L"
                    + " -subint 1 -x\nSKIP\nNOSKIP\nb 800 56278.5 2 @ -pp_dm 14.9 -pp_dme 1e-4\nEND\nc 1 2 3 4\n";
    private static final String COLUMNS =
            "3                349.999 55656.3983754206933    2.943                 0.00000\n"
                    + " PUPPI_J2044+28_58852_652 432.3420  58852.7590686063892    1.00  120.75        @\n"
                    + "1748-202153478.2858714192289 21.71  1949.6090  0.000000  GB          \n";
    private static final String PAR =
            "PSR J0\nRAJ 01:02:03.4\nDECJ -05:06:07\nF0 320.5 1\nF1 -1D-15\nPEPOCH 56885.5\nDM 22\n"
                    + "BINARY DD\nPB 12\nT2EFAC -f X 1.1\nEQUAD mjd 1 9 0.5\nDMX_0001 1e-3\nDMXR1_0001 5\nDMXR2_0001 6\n";

    @Property(tries = 500, seed = "20261121")
    void shouldAnswerADamagedFileOfFixedColumnsByName(
            @ForAll @IntRange(max = 240) int at, @ForAll byte value, @ForAll @IntRange(max = 250) int length)
            throws IOException {
        Path file = damaged(COLUMNS, at, value, length);
        try {
            assertThat(new TimFileReader(false).read(file).toaLines()).isPositive();
        } catch (ArchiveFormatException e) {
            assertThat(e.place()).startsWith("fuzz");
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500, seed = "20261121")
    void shouldAnswerADamagedTimFileByName(
            @ForAll @IntRange(max = 220) int at, @ForAll byte value, @ForAll @IntRange(max = 230) int length)
            throws IOException {
        Path file = damaged(TIM, at, value, length);
        try {
            assertThat(new TimFileReader(false).read(file).toaLines()).isPositive();
        } catch (ArchiveFormatException e) {
            assertThat(e.place()).startsWith("fuzz");
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 500, seed = "20261121")
    void shouldAnswerADamagedParFileByName(
            @ForAll @IntRange(max = 220) int at, @ForAll byte value, @ForAll @IntRange(max = 230) int length)
            throws IOException {
        Path file = damaged(PAR, at, value, length);
        try {
            assertThat(new ParFileReader().read(file).getSpinFrequencyHz()).isPositive();
        } catch (ArchiveFormatException e) {
            assertThat(e.place()).startsWith("fuzz");
        } finally {
            Files.delete(file);
        }
    }

    private static Path damaged(String text, int at, byte value, int length) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bytes[Math.min(at, bytes.length - 1)] = value;
        Path file = Files.createTempFile("fuzz", ".txt");
        return Files.write(file, Arrays.copyOf(bytes, Math.min(length, bytes.length)));
    }
}
