package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryDistributionTest {
    private static final String ROOT = System.getProperty(RegistryDistribution.ROOT_PROPERTY);

    private static final Map<String, String> NONE = Map.of();

    @TempDir
    private Path empty;

    @Test
    void shouldFindWhatTheBuildUnpacked() {
        var found = RegistryDistribution.locate(Map.of(RegistryDistribution.ROOT_PROPERTY, ROOT)::get, NONE::get);

        assertThat(found.runnerJar()).isRegularFile().isAbsolute();
        assertThat(found.mainClass()).startsWith("io.quarkus.");
    }

    @Test
    void shouldPreferThePropertyToTheVariableToTheBuild() {
        Map<String, String> root = Map.of(RegistryDistribution.ROOT_PROPERTY, ROOT);
        Map<String, String> variable = Map.of(
                RegistryDistribution.HOME_VARIABLE, empty.resolve("variable").toString());
        Map<String, String> property = Map.of(
                RegistryDistribution.HOME_PROPERTY, empty.resolve("property").toString());

        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> RegistryDistribution.locate(root::get, variable::get))
                .withMessageContaining(empty.resolve("variable").toString())
                .returns(EmbeddedException.Reason.REGISTRY_MISSING, EmbeddedException::reason);
        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> RegistryDistribution.locate(property::get, variable::get))
                .withMessageContaining(empty.resolve("property").toString())
                .returns(EmbeddedException.Reason.REGISTRY_MISSING, EmbeddedException::reason);
    }

    @Test
    void shouldSayWhatToSetWhenNothingIs() {
        assertThatExceptionOfType(EmbeddedException.class)
                .isThrownBy(() -> RegistryDistribution.locate(NONE::get, NONE::get))
                .withMessageContaining(RegistryDistribution.HOME_VARIABLE)
                .returns(EmbeddedException.Reason.REGISTRY_MISSING, EmbeddedException::reason);
    }
}
