package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParentDeathIT {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @Test
    void shouldLeaveNothingBehindAndStartAgainAtOnceWhenTheParentIsKilled() throws Exception {
        Process parent = ClusterHolder.start(folder);
        ProcessHandle broker;
        ProcessHandle registry;
        try (var printed = parent.inputReader()) {
            String[] words = printed.readLine().split(" ");
            assertThat(words[0]).isEqualTo(ClusterHolder.READY);
            broker = ProcessHandle.of(Long.parseLong(words[1])).orElseThrow();
            registry = ProcessHandle.of(Long.parseLong(words[2])).orElseThrow();

            parent.destroyForcibly().waitFor();
        }

        try (var next = EmbeddedCluster.start(folder, ProgressListener.NONE)) {
            assertThat(Await.until(LIMIT, () -> !broker.isAlive() && !registry.isAlive()))
                    .isTrue();
            assertThat(next.check()).isEmpty();
        }
    }
}
