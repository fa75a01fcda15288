package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedStartIT {
    @TempDir
    private Path folder;

    @Test
    void shouldQuoteTheLogAndLeaveNothingRunningWhenAChildCannotStart() throws Exception {
        EmbeddedFolder place = EmbeddedFolder.create(folder);
        Files.writeString(place.brokerData().resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=other\n");

        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedCluster.start(folder, ProgressListener.NONE))
                .withMessageContaining("The broker ended with status")
                .withMessageContaining("End of " + place.childLog(EmbeddedBroker.NAME))
                .returns(EmbeddedException.Reason.START_FAILED, EmbeddedException::reason);

        assertThat(ProcessHandle.current().children())
                .extracting(child -> child.info().commandLine().orElse(""))
                .noneMatch(command -> command.contains(folder.toString()));
    }
}
