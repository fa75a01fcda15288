package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.COMPATIBILITY_NOT_SET;
import static org.axionwatch.embedded.EmbeddedException.Reason.START_FAILED;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Apicurio Registry in a child JVM, on the loopback interface only, its schemas in an H2 file of the folder. */
public final class EmbeddedRegistry {
    static final String NAME = "registry";
    /** What the registry demands of a new version of any subject. */
    public static final CompatibilityLevel COMPATIBILITY = CompatibilityLevel.FULL_TRANSITIVE;

    private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);
    private static final String CONFLUENT_API = "/apis/ccompat/v7";
    private static final String READINESS = "/health/ready";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PROBE_LIMIT).build();
    private final int port;
    private final ChildProcess process;

    private EmbeddedRegistry(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    static EmbeddedRegistry start(EmbeddedFolder folder, Ports ports, RegistryDistribution distribution) {
        var registry = new EmbeddedRegistry(
                ports.registry(), ChildProcess.start(command(folder, ports, distribution), folder));
        registry.process.awaitReady(registry::answers);
        try {
            registry.demandCompatibility();
        } catch (EmbeddedException e) {
            registry.stop();
            throw e;
        }
        return registry;
    }

    private static ChildCommand command(EmbeddedFolder folder, Ports ports, RegistryDistribution distribution) {
        return new ChildCommand(
                NAME,
                List.of(
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=" + Ports.HOST,
                        "-Dquarkus.http.port=" + ports.registry(),
                        "-Dquarkus.management.host=" + Ports.HOST,
                        "-Dquarkus.management.port=0",
                        "-Dquarkus.http.access-log.enabled=false",
                        "-Dapicurio.storage.kind=sql",
                        "-Dapicurio.storage.sql.kind=h2",
                        "-Dapicurio.datasource.url=jdbc:h2:file:" + folder.registryDatabase() + ";WRITE_DELAY=0"),
                ownClasses() + File.pathSeparator + distribution.runnerJar(),
                distribution.mainClass(),
                List.of());
    }

    // Only the guard goes beside the registry's jars: our own libraries would shadow its versions of them.
    private static Path ownClasses() {
        try {
            return Path.of(GuardedMain.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new EmbeddedException(START_FAILED, "The class path holds an unreadable location", e);
        }
    }

    /** The base of Confluent's API, as {@code schema.registry.url} takes it. */
    public String url() {
        return address() + CONFLUENT_API;
    }

    /** What is wrong, or empty while the registry serves and enforces {@link #COMPATIBILITY}. */
    public Optional<String> check() {
        if (!process.isAlive()) {
            return Optional.of("the registry's process has ended");
        }
        if (!answers()) {
            return Optional.of("the registry does not answer on " + address());
        }
        try {
            String found = compatibility();
            return found.equals(COMPATIBILITY.name)
                    ? Optional.empty()
                    : Optional.of("the registry's compatibility default is " + found + ", not " + COMPATIBILITY.name);
        } catch (IOException | RestClientException e) {
            return Optional.of("the registry does not tell its compatibility default: " + e.getMessage());
        }
    }

    public long pid() {
        return process.pid();
    }

    void stop() {
        process.stop();
    }

    /** Ends it as kill -9 does, for tests of an outage. */
    public void kill() {
        process.kill();
    }

    private String address() {
        return "http://" + Ports.HOST + ":" + port;
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create(address() + READINESS))
                    .timeout(PROBE_LIMIT)
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void demandCompatibility() {
        try (var client = new CachedSchemaRegistryClient(url(), 1)) {
            client.updateCompatibility(null, COMPATIBILITY.name);
        } catch (IOException | RestClientException e) {
            throw new EmbeddedException(
                    COMPATIBILITY_NOT_SET, "The registry refused its compatibility default: " + e.getMessage(), e);
        }
        check().ifPresent(problem -> {
            throw new EmbeddedException(COMPATIBILITY_NOT_SET, problem);
        });
    }

    private String compatibility() throws IOException, RestClientException {
        try (var client = new CachedSchemaRegistryClient(url(), 1)) {
            return client.getCompatibility(null);
        }
    }
}
