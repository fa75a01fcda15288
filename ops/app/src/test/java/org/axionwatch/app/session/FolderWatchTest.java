package org.axionwatch.app.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.topics.ingest.ArchiveItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    private final List<String> mistakes = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void shouldHandOverAnArchiveOnceItStandsStill() throws IOException {
        var watch = new FolderWatch(folder, null);
        assertThat(watch.complete(mistakes::add)).isEmpty();
        Path par = Files.writeString(folder.resolve("J0001.par"), "PSR J0001\n");
        Path tim = Files.writeString(folder.resolve("J0001.tim"), "FORMAT 1\n");
        assertThat(watch.complete(mistakes::add)).isEmpty();
        assertThat(watch.complete(mistakes::add)).containsExactly(new ArchiveItem.Pulsar(par, tim));
        assertThat(watch.complete(mistakes::add)).isEmpty();
        assertThat(mistakes).isEmpty();
    }

    @Test
    void shouldHandOverAnArchiveAgainWhenItHasGrown() throws IOException {
        var watch = new FolderWatch(folder, null);
        Files.writeString(folder.resolve("J0001.par"), "PSR J0001\n");
        Path tim = Files.writeString(folder.resolve("J0001.tim"), "FORMAT 1\n");
        watch.complete(mistakes::add);
        watch.complete(mistakes::add);
        Files.writeString(tim, "FORMAT 1\nobs 1400 55000.1 1.0 @\n");
        assertThat(watch.complete(mistakes::add)).isEmpty();
        assertThat(watch.complete(mistakes::add)).hasSize(1);
    }

    @Test
    void shouldNameAFileThatBelongsToNothingOnce() throws IOException {
        var watch = new FolderWatch(folder, null);
        Files.writeString(folder.resolve("events.fits"), "");
        watch.complete(mistakes::add);
        watch.complete(mistakes::add);
        assertThat(mistakes).singleElement().asString().contains("events.fits");
    }

    @Test
    void shouldRefuseWhatIsNoFolder() {
        assertThatThrownBy(() -> new FolderWatch(folder.resolve("absent"), null))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("absent");
    }
}
