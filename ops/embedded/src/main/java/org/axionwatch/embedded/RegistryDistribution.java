package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.REGISTRY_MISSING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The unpacked Apicurio Registry.
 *
 * @param runnerJar the jar to put on the class path; its manifest names the libraries beside it
 * @param mainClass the class its manifest names as the program
 */
record RegistryDistribution(Path runnerJar, String mainClass) {
    static final String HOME_PROPERTY = "axionwatch.registry.home";
    static final String HOME_VARIABLE = "AXIONWATCH_REGISTRY_HOME";
    static final String ROOT_PROPERTY = "axionwatch.root";

    private static final Path BUILT_IN = Path.of("ops", "embedded", "target", "registry");
    private static final String RUNNER_SUFFIX = "-runner.jar";

    /**
     * Looks at the system property {@value #HOME_PROPERTY}, the environment variable {@value #HOME_VARIABLE}, then at
     * what the build unpacked below the system property {@value #ROOT_PROPERTY}; the first that is set decides.
     *
     * @throws EmbeddedException {@code REGISTRY_MISSING} where none is set or no runner jar is there
     */
    static RegistryDistribution locate() {
        return locate(System::getProperty, System::getenv);
    }

    static RegistryDistribution locate(
            Function<String, @Nullable String> properties, Function<String, @Nullable String> environment) {
        String property = properties.apply(HOME_PROPERTY);
        if (property != null) {
            return in(Path.of(property), "system property " + HOME_PROPERTY);
        }
        String variable = environment.apply(HOME_VARIABLE);
        if (variable != null) {
            return in(Path.of(variable), "environment variable " + HOME_VARIABLE);
        }
        String root = properties.apply(ROOT_PROPERTY);
        if (root != null) {
            return in(Path.of(root).resolve(BUILT_IN), "system property " + ROOT_PROPERTY);
        }
        throw new EmbeddedException(
                REGISTRY_MISSING,
                "Where the schema registry is unpacked is not known: set the environment variable " + HOME_VARIABLE
                        + " or the system property " + HOME_PROPERTY + " to its folder, or " + ROOT_PROPERTY
                        + " to a built checkout");
    }

    private static RegistryDistribution in(Path home, String source) {
        if (Files.isDirectory(home)) {
            try (Stream<Path> files = Files.list(home)) {
                Path jar = files.filter(file -> file.getFileName().toString().endsWith(RUNNER_SUFFIX))
                        .findFirst()
                        .orElse(null);
                if (jar != null) {
                    return new RegistryDistribution(jar.toAbsolutePath(), mainClassOf(jar));
                }
            } catch (IOException e) {
                throw new EmbeddedException(
                        REGISTRY_MISSING, "The schema registry in " + home + " is unreadable: " + e.getMessage(), e);
            }
        }
        throw new EmbeddedException(
                REGISTRY_MISSING,
                "No *" + RUNNER_SUFFIX + " of the schema registry in " + home + " (from " + source
                        + "): build the module ops/embedded, which unpacks it, or point " + HOME_VARIABLE
                        + " at an unpacked one");
    }

    private static String mainClassOf(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            var manifest = file.getManifest();
            String name = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
            if (name == null) {
                throw new IOException(jar.getFileName() + " names no main class");
            }
            return name;
        }
    }
}
