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
        Process program = start(config("told-to-stop"));
        try (BufferedReader messages = program.errorReader(StandardCharsets.UTF_8)) {
            String url = statusUrl(messages.readLine());
            assertThat(await(url, status -> status.path("ready").asBoolean()).path("problems"))
                    .isEmpty();

            ingest();
            assertEachFrameProcessedOnce(await(url, RunIT::hasProcessedEveryFrame));

            program.destroy();
            assertThat(program.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(program.exitValue()).isZero();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void shouldStopWithAMessageWhenTheBrokerIsAwayAndResumeWithoutLossOrDuplicates() throws Exception {
        ingest();
        Process interrupted = start(config("broker-away"));
        try (BufferedReader messages = interrupted.errorReader(StandardCharsets.UTF_8)) {
            statusUrl(messages.readLine());
            SharedCluster.get().broker().kill();
            assertThat(interrupted.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                    .isTrue();
            assertThat(interrupted.exitValue()).isEqualTo(1);
            assertThat(messages.lines()).singleElement().asString().contains("broker", "does not answer");
        } finally {
            interrupted.destroyForcibly();
            SharedCluster.restart();
        }
        Process resumed = start(config("broker-away"));
        try (BufferedReader messages = resumed.errorReader(StandardCharsets.UTF_8)) {
            assertEachFrameProcessedOnce(await(statusUrl(messages.readLine()), RunIT::hasProcessedEveryFrame));
        } finally {
            resumed.destroyForcibly();
        }
    }

    private static void assertEachFrameProcessedOnce(JsonNode status) {
        assertThat(outOf(status, "residual")).isEqualTo(Observations.FRAMES);
        assertThat(outOf(status, "evidence")).isEqualTo(Observations.FRAMES);
        assertThat(step(status, "residual").path("deadLettered").asInt()).isZero();
    }

    private void ingest() throws IOException {
        Path[] archive = Observations.write(folder);
        var ingest = ProgramRun.of("ingest", archive[0], archive[1]);
        assertThat(ingest.err()).isEmpty();
        assertThat(ingest.out()).startsWith("published 21 records (320 TOAs, 0 events)");
    }

    private Path config(String applicationId) throws IOException {
        return Files.writeString(
                folder.resolve(applicationId + ".yaml"),
                """
                bootstrap: %s
                registry: %s
                application-id: %s
                data-folder: %s
                status-port: 0
                """
                        .formatted(
                                SharedCluster.get().bootstrapServers(),
                                SharedCluster.get().registryUrl(),
                                applicationId,
                                folder.resolve("data")));
    }

    private static String statusUrl(String running) {
        assertThat(running).startsWith("axionwatch: running against ").contains("; status: http://127.0.0.1:");
        return running.substring(running.lastIndexOf("http://127.0.0.1:"));
    }

    /** The live topics are shared: what another test sent or another application derived counts as duplicate here. */
    private static boolean hasProcessedEveryFrame(JsonNode status) {
        return outOf(status, "residual") >= Observations.FRAMES && outOf(status, "evidence") >= Observations.FRAMES;
    }

    private static int outOf(JsonNode status, String step) {
        return step(status, step).path("out").asInt();
    }

    private static JsonNode step(JsonNode status, String step) {
        return status.path("accounts").path("steps").path(step);
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

    private JsonNode status(String url) throws Exception {
        return JSON.readTree(get(url + "api/status").body());
    }

    private HttpResponse<String> get(String url) throws Exception {
        return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }
}
