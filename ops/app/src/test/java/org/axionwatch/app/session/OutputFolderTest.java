package org.axionwatch.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {
    @TempDir
    private Path folder;

    @Test
    void shouldShowNothingUntilEverythingIsWritten() throws IOException {
        Path target = folder.resolve("deep/out");
        try (OutputFolder output = OutputFolder.prepare(target, false)) {
            Files.writeString(output.work().resolve("a.jsonl"), "a");
            assertThat(target).doesNotExist();
            output.publish();
        }
        assertThat(target.resolve("a.jsonl")).hasContent("a");
        assertThat(target.getParent()).isDirectoryNotContaining(entry -> !entry.equals(target));
    }

    @Test
    void shouldLeaveNothingBehindWhenTheResultsAreNotPublished() throws IOException {
        try (OutputFolder output = OutputFolder.prepare(folder.resolve("out"), false)) {
            Files.writeString(output.work().resolve("a.jsonl"), "a");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void shouldReplaceOnlyFilesOfTheSameNameWhenForced() throws IOException {
        Path target = Files.createDirectory(folder.resolve("out"));
        Files.writeString(target.resolve("a.jsonl"), "old");
        Files.writeString(target.resolve("mine.txt"), "mine");
        try (OutputFolder output = OutputFolder.prepare(target, true)) {
            Files.writeString(output.work().resolve("a.jsonl"), "new");
            output.publish();
        }
        assertThat(target.resolve("a.jsonl")).hasContent("new");
        assertThat(target.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void shouldReplaceAnEarlierReplayWithoutForce() throws IOException {
        Path target = Files.createDirectory(folder.resolve("out"));
        Files.writeString(target.resolve("a.jsonl"), "old");
        Files.writeString(target.resolve("summary.json"), "{}");
        try (OutputFolder output = OutputFolder.prepare(target, false)) {
            Files.writeString(output.work().resolve("a.jsonl"), "new");
            output.publish();
        }
        assertThat(target.resolve("a.jsonl")).hasContent("new");
    }

    @Test
    void shouldRefuseAFileInPlaceOfAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("out"), "text");
        assertThatThrownBy(() -> OutputFolder.prepare(file, true))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("is a file");
    }
}
