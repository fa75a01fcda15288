package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingLogTest {
    @TempDir
    private Path folder;

    @Test
    void shouldKeepAtMostTwoFilesOfTheLimitWhenAChildPrintsWithoutEnd() throws Exception {
        Path file = folder.resolve("broker.log");
        byte[] printed = "0123456789abcdef"
                .repeat((int) (3 * RollingLog.LIMIT_BYTES / 16))
                .getBytes(StandardCharsets.UTF_8);

        new RollingLog(file).copy(new ByteArrayInputStream(printed));

        try (var files = Files.list(folder)) {
            assertThat(files)
                    .containsExactlyInAnyOrder(file, folder.resolve("broker.log.1"))
                    .allSatisfy(each -> assertThat(Files.size(each)).isBetween(1L, RollingLog.LIMIT_BYTES));
        }
    }

    @Test
    void shouldEndItsTailWithTheLastLineAndSayWhenThereIsNone() {
        var log = new RollingLog(folder.resolve("registry.log"));
        assertThat(log.tail()).contains("registry.log is empty");

        log.copy(new ByteArrayInputStream("first\nlast\n".repeat(100).getBytes(StandardCharsets.UTF_8)));

        assertThat(log.tail()).endsWith("first\nlast").hasLineCount(26);
    }
}
