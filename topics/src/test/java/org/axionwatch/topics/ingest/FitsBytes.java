package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;

/** Real FITS files with a few header characters changed. */
final class FitsBytes {
    private FitsBytes() {}

    /** A copy in which every occurrence of one text is another of the same length. */
    static Path edited(Path original, Path copy, String from, String to) throws IOException {
        String text = Files.readString(original, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(from);
        assertThat(to).hasSameSizeAs(from);
        return Files.write(copy, text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
    }

    static void assertRefused(Path file, Function<Path, ?> reader, Reason reason, String message) {
        assertThatThrownBy(() -> reader.apply(file)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).as(e.getMessage()).isEqualTo(reason);
            assertThat(e).hasMessageStartingWith(file.getFileName() + "[").hasMessageContaining(message);
        });
    }
}
