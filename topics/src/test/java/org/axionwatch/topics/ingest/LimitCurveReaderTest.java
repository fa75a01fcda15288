package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitCurveReaderTest {
    @TempDir
    Path folder;

    private final LimitCurveReader reader = new LimitCurveReader();

    @Test
    void shouldReadEveryPublishedCurveOfTheReferenceData() throws IOException {
        Path limits = SharedData.file("limits");
        try (Stream<Path> files = Files.list(limits)) {
            assertThat(files.filter(file -> file.toString().endsWith(".txt")))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(
                            file -> assertThat(reader.read(file).couplings()).hasSizeGreaterThan(1));
        }
        assertThat(reader.read(limits.resolve("M82_decay.txt")).massesEv()).startsWith(10159.461843267349);
        assertThat(reader.read(limits.resolve("M82_decay.txt")).couplings()).startsWith(5.1093035113862745e-12);
        assertThat(reader.read(limits.resolve("M82_decay.txt")).name()).isEqualTo("M82_decay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1e-9 1e-10 3 | curve.txt:2: table is malformed: 3 columns instead of mass and coupling",
                "1e-9 nought | curve.txt:2: not a number",
                "-1e-9 1e-10 | curve.txt:2: number must be positive",
                "# nothing | curve.txt: table is malformed: it holds no point"
            })
    void shouldNameTheLineThatIsNoPoint(String line, String message) throws IOException {
        Path file = Files.writeString(folder.resolve("curve.txt"), "# mass coupling\n" + line + "\n");

        assertThatThrownBy(() -> reader.read(file))
                .isInstanceOf(ArchiveFormatException.class)
                .hasMessageStartingWith(message);
    }
}
