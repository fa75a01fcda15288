package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedClusterTest {
    @TempDir
    private Path folder;

    @Test
    void shouldNamePortAndFileWhenAnotherProgramHasTakenASavedPort() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName(Ports.HOST))) {
            Files.writeString(
                    folder.resolve("ports.properties"),
                    "broker=17001\ncontroller=17002\nregistry=" + taken.getLocalPort() + "\n");

            assertThatExceptionOfType(EmbeddedException.class)
                    .isThrownBy(
                            () -> Ports.of(EmbeddedFolder.create(folder)).requireFree(EmbeddedFolder.create(folder)))
                    .withMessageContaining(Integer.toString(taken.getLocalPort()))
                    .withMessageContaining("registry in")
                    .returns(EmbeddedException.Reason.PORT_TAKEN, EmbeddedException::reason);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "broker=17001\n",
                "broker=0\ncontroller=1\nregistry=2\n",
                "broker=65536\ncontroller=1\nregistry=2\n",
                "broker=seventeen\ncontroller=1\nregistry=2\n",
                "broker=17001\ncontroller=17001\nregistry=2\n",
                "broker=\\u00\n"
            })
    void shouldRefuseAPortsFileThatIsIncompleteOrImpossible(String text) throws Exception {
        Files.writeString(folder.resolve("ports.properties"), text);

        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedCluster.start(folder, ProgressListener.NONE))
                .withMessageContaining("ports.properties")
                .returns(EmbeddedException.Reason.PORTS_FILE_INVALID, EmbeddedException::reason);
    }

    @Test
    void shouldChoosePortsOnceAndReadThemBack() {
        var place = EmbeddedFolder.create(folder);

        Ports chosen = Ports.of(place);

        assertThat(Ports.of(place)).isEqualTo(chosen);
        assertThat(chosen.broker()).isNotEqualTo(chosen.controller());
    }

    @Test
    void shouldReleaseTheFolderWhenAStartFails() throws Exception {
        Files.writeString(folder.resolve("ports.properties"), "");
        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedCluster.start(folder, ProgressListener.NONE));

        try (var lock = FolderLock.tryAcquire(EmbeddedFolder.create(folder).lockFile())) {
            assertThat(lock).isNotNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a;b", "a\"b"})
    void shouldRefuseAFolderWhoseNameASettingCannotHold(String name) {
        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedCluster.start(folder.resolve(name), ProgressListener.NONE))
                .returns(EmbeddedException.Reason.FOLDER_UNUSABLE, EmbeddedException::reason);
    }

    @Test
    void shouldRefuseAFolderThatIsAFile() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> EmbeddedCluster.start(file, ProgressListener.NONE))
                .returns(EmbeddedException.Reason.FOLDER_UNUSABLE, EmbeddedException::reason);
    }
}
