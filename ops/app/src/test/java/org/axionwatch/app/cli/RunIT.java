package org.axionwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.axionwatch.app.SharedCluster;
import org.axionwatch.app.session.Observations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, as another process, from its readiness to the signal that stops it. */
class RunIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void shouldProcessWhatIsIngestedUntilItIsToldToStop() throws Exception {
        Path config = Files.writeString(
                folder.resolve("live.yaml"),
                """
                bootstrap: %s
                registry: %s
                data-folder: %s
                status-port: 0
                """
                        .formatted(
                                SharedCluster.get().bootstrapServers(),
                                SharedCluster.get().registryUrl(),
                                folder.resolve("data")));
        Process program = start(config);
        try (BufferedReader messages = program.errorReader(StandardCharsets.UTF_8)) {
            String running = messages.readLine();
            assertThat(running).startsWith("axionwatch: running against ").contains("; status: http://127.0.0.1:");
            String url = running.substring(running.lastIndexOf("http://127.0.0.1:"));
            assertThat(await(url, status -> status.path("ready").asBoolean()).path("problems"))
                    .isEmpty();

            Path[] archive = Observations.write(folder);
            var ingest = ProgramRun.of("ingest", archive[0], archive[1]);
            assertThat(ingest.err()).isEmpty();
            assertThat(ingest.out()).startsWith("published 21 records (320 TOAs, 0 events)");
            JsonNode accounts = await(url, status -> residual(status).path("in").asInt() == Observations.FRAMES);
            assertThat(residual(accounts).path("out").asInt()).isEqualTo(Observations.FRAMES);

            program.destroy();
            assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }

    private static Process start(Path config) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Daxionwatch.root=" + System.getProperty("axionwatch.root"),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Axionwatch.class.getName(),
                        "run",
                        "--config",
                        config.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private JsonNode await(String url, Predicate<JsonNode> condition) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode status = status(url);
        while (!condition.test(status) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            status = status(url);
        }
        return status;
    }

    private static JsonNode residual(JsonNode status) {
        return status.path("accounts").path("steps").path("residual");
    }

    private JsonNode status(String url) throws Exception {
        return JSON.readTree(get(url + "api/status").body());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
