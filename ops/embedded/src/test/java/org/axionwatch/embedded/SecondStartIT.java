package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SecondStartIT {
    @Test
    void shouldRefuseAFolderThatIsRunningInThisProcess() {
        SharedCluster.get();

        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedCluster.start(SharedCluster.folder(), ProgressListener.NONE))
                .withMessageContaining(SharedCluster.folder().toString())
                .returns(EmbeddedException.Reason.FOLDER_IN_USE, EmbeddedException::reason);

        assertThat(SharedCluster.get().check()).isEmpty();
    }

    @Test
    void shouldRefuseAFolderThatIsRunningInAnotherProcess() throws Exception {
        SharedCluster.get();

        Process second = ClusterHolder.start(SharedCluster.folder());

        try (var printed = second.inputReader()) {
            assertThat(printed.readLine()).isEqualTo(EmbeddedException.Reason.FOLDER_IN_USE.name());
        } finally {
            second.destroyForcibly();
        }
    }
}
