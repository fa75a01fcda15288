package org.axionwatch.app.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.axionwatch.physics.axion.InterleavedBand;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AxionSettingsTest {
    private static final Setting<Integer> PARTITIONS = SettingDefinitions.PARTITIONS;

    @TempDir
    private Path folder;

    @Test
    void shouldTakeTheDefaultWhenNothingIsGiven() {
        assertThat(resolve(Map.of(), Map.of(), null).get(PARTITIONS)).isEqualTo(4);
    }

    @Test
    void shouldPreferFlagToEnvironmentToFile() throws IOException {
        Path file = write("a.yaml", "partitions: 5\n");
        var environment = Map.of("AXIONWATCH_PARTITIONS", "6");
        assertThat(resolve(Map.of(), Map.of(), file).get(PARTITIONS)).isEqualTo(5);
        assertThat(resolve(Map.of(), environment, file).get(PARTITIONS)).isEqualTo(6);
        assertThat(resolve(Map.of("partitions", "7"), environment, file).get(PARTITIONS))
                .isEqualTo(7);
    }

    @Test
    void shouldPutACommandsOwnDefaultBehindTheFile() throws IOException {
        Map<Setting<?>, String> preset = Map.of(PARTITIONS, "2");
        Path file = write("a.properties", "partitions=5\n");
        assertThat(AxionSettings.resolve(new SettingsSources(Map.of(), Map.of(), null), preset)
                        .get(PARTITIONS))
                .isEqualTo(2);
        assertThat(AxionSettings.resolve(new SettingsSources(Map.of(), Map.of(), file), preset)
                        .get(PARTITIONS))
                .isEqualTo(5);
    }

    @Test
    void shouldReadTheBandsThatMirror() {
        assertThat(resolve(Map.of(), Map.of(), null).get(SettingDefinitions.GHOST_BANDS))
                .isEqualTo(InterleavedBand.NANOGRAV);
        assertThat(resolve(Map.of("ghost-bands", "none", "ghost-cleaned", "none"), Map.of(), null)
                        .get(SettingDefinitions.GHOST_BANDS))
                .isEmpty();
        assertThat(resolve(Map.of("ghost-bands", "BE:RX:1400.5:256"), Map.of(), null)
                        .get(SettingDefinitions.GHOST_BANDS))
                .containsExactly(new InterleavedBand("BE", "RX", 1400.5, 256));
    }

    @Test
    void shouldRefuseBandsAndThresholdsThatMakeNoSense() {
        assertThatThrownBy(() -> resolve(
                        Map.of("ghost-bands", "BE:RX:1400", "ghost-overlap", "0.6", "split-probability", "NaN"),
                        Map.of(),
                        null))
                .isInstanceOf(SettingsException.class)
                .extracting(e -> ((SettingsException) e).mistakes(), list(String.class))
                .hasSize(3);
        assertThatThrownBy(() -> resolve(Map.of("candidate-sigma", "6"), Map.of(), null))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("candidate-sigma is above alert-raise");
    }

    @Test
    void shouldReportAllMistakesAtOnceWithTheirOrigin() throws IOException {
        Path file = write("a.yaml", "partitons: 5\napplication-id: 'not legal!'\n");
        assertThatThrownBy(() -> resolve(Map.of("partitions", "0"), Map.of("AXIONWATCH_BOOTSTRAP", "nowhere"), file))
                .isInstanceOf(SettingsException.class)
                .extracting(e -> ((SettingsException) e).mistakes(), list(String.class))
                .containsExactlyInAnyOrder(
                        file + ": unknown setting partitons",
                        file + ": application-id: 'not legal!' is not 1 to 64 letters, digits, '-' or '_'",
                        "AXIONWATCH_BOOTSTRAP: 'nowhere' is not HOST:PORT[,HOST:PORT...]",
                        "--partitions: '0' is not a whole number from 1 to 1000 [partitions]");
    }

    @Test
    void shouldNameFileAndLineWhenYamlIsMalformed() throws IOException {
        Path file = write("a.yaml", "partitions: 5\n  bootstrap: [\n");
        assertThatThrownBy(() -> resolve(Map.of(), Map.of(), file)).hasMessageStartingWith(file + ":2: ");
    }

    @Test
    void shouldRefuseAListWhereOneValueBelongs() throws IOException {
        Path file = write("a.yaml", "bootstrap: [a:1, b:2]\n");
        assertThatThrownBy(() -> resolve(Map.of(), Map.of(), file))
                .hasMessage(file + ": bootstrap has no single value");
    }

    @Test
    void shouldNotInstantiateTypesThatYamlNames() throws IOException {
        Path file = write("a.yaml", "partitions: !!java.net.URL ['http://localhost']\n");
        assertThatThrownBy(() -> resolve(Map.of(), Map.of(), file)).isInstanceOf(SettingsException.class);
    }

    @Test
    void shouldNameTheFileWhenItIsMissing() {
        Path file = folder.resolve("absent.yaml");
        assertThatThrownBy(() -> resolve(Map.of(), Map.of(), file))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void shouldPassKafkaPropertiesThrough() throws IOException {
        Path file = write("a.properties", "kafka.security.protocol=SASL_SSL\n");
        var settings = resolve(Map.of(), Map.of("KAFKA_SASL_MECHANISM", "PLAIN"), file);
        assertThat(settings.kafkaProperties())
                .containsExactlyInAnyOrderEntriesOf(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN"));
    }

    @Test
    void shouldRefuseARegistryWithoutBrokers() {
        assertThatThrownBy(() -> resolve(Map.of("registry", "http://localhost:8081"), Map.of(), null))
                .hasMessage("registry is set without bootstrap: they name the parts of one cluster");
    }

    @Test
    void shouldRefuseCredentialsInTheRegistryUrl() {
        assertThatThrownBy(() -> resolve(
                        Map.of("registry", "http://user:secret@localhost:8081", "bootstrap", "a:1"), Map.of(), null))
                .isInstanceOf(SettingsException.class);
    }

    private static AxionSettings resolve(
            Map<String, String> flags, Map<String, String> environment, @Nullable Path file) {
        return AxionSettings.resolve(new SettingsSources(flags, environment, file));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
