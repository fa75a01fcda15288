package org.axionwatch.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.app.timing.TimingSource;
import org.axionwatch.records.pulsar.AchromaticPart;
import org.axionwatch.records.pulsar.TimingChannel;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.records.pulsar.TimingTerm;
import org.axionwatch.records.time.MjdInstant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StatusServerTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FixedStatus source = new FixedStatus();
    private final StatusServer server = StatusServer.start(0, source);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldServeThePage() throws Exception {
        var answer = get("");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<!doctype html>");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    @Test
    void shouldAnswerTheStatusAsJson() throws Exception {
        JsonNode status = JSON.readTree(get("api/status").body());
        assertThat(status.path("application").asText()).isEqualTo("some-application");
        assertThat(status.path("accounts")
                        .path("steps")
                        .path("residual")
                        .path("in")
                        .asInt())
                .isEqualTo(3);
        assertThat(status.path("alerts").path(0).path("subject").asText()).isEqualTo("<b>J0000</b>");
    }

    @Test
    void shouldBeReadyOnlyWhenThereIsNoProblem() throws Exception {
        assertThat(get("health/ready").statusCode()).isEqualTo(200);
        source.problems = List.of("schema registry does not answer");
        assertThat(get("health/ready").statusCode()).isEqualTo(503);
        assertThat(get("health/ready").body()).contains("schema registry does not answer");
        assertThat(get("health/live").statusCode()).isEqualTo(200);
    }

    @Test
    void shouldAnswerTheSolutionOfAPulsarAndEveryFrameUnderIt() throws Exception {
        assertThat(JSON.readTree(get("api/timing").body())
                        .path("pulsars")
                        .path(0)
                        .asText())
                .isEqualTo("J1933+0000");
        JsonNode solution = JSON.readTree(get("api/timing/J1933+0000").body());
        assertThat(solution.path("chiSquared").asDouble()).isEqualTo(3.5);
        assertThat(solution.path("covariance")).hasSize(1);
        JsonNode residuals =
                JSON.readTree(get("api/timing/J1933+0000/residuals").body());
        assertThat(residuals).hasSize(2);
        assertThat(residuals.path(1).path("channels").path(0).path("toaIndex").asInt())
                .isEqualTo(1);
        var table = get("api/timing/J1933+0000/residuals.csv");
        assertThat(table.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body().lines())
                .hasSize(3)
                .last()
                .isEqualTo("J1933+0000,\"frame, \"\"1\"\"\",1,1,0,1400.0,1.0E-6,3.0E-6,2.0E-6,1.0E-6");
    }

    @Test
    void shouldNameThePulsarWhenItHasNoSolution() throws Exception {
        for (String path : List.of("", "/residuals", "/residuals.csv")) {
            var answer = get("api/timing/J9999+9999" + path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(JSON.readTree(answer.body()).path("error").asText()).contains("J9999+9999");
        }
    }

    @Test
    void shouldSayThatTheProcessorsDoNotRunWhenTheirStateCannotBeRead() throws Exception {
        source.isMoving = true;
        var answer = get("api/timing/J1933+0000");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(JSON.readTree(answer.body()).path("error").asText()).contains("do not run");
    }

    @Test
    void shouldRefuseTheHostNameOfAnotherOrigin() throws Exception {
        int port = URI.create(server.url()).getPort();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /api/status HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            assertThat(reader.readLine()).startsWith("HTTP/1.1 403");
        }
    }

    @Test
    void shouldNameThePortWhenItIsTaken() {
        int port = URI.create(server.url()).getPort();
        assertThatThrownBy(() -> StatusServer.start(port, source))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("port " + port);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(server.url() + path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static final class FixedStatus implements StatusSource, TimingSource {
        private List<String> problems = List.of();
        private boolean isMoving;

        @Override
        public TimingSource timing() {
            return this;
        }

        @Override
        public List<String> pulsars() {
            return List.of("J1933+0000");
        }

        @Override
        public Optional<TimingSolution> solution(String pulsar) {
            if (isMoving) {
                throw new InvalidStateStoreException("partitions move");
            }
            return pulsars().contains(pulsar) ? Optional.of(solution()) : Optional.empty();
        }

        @Override
        public boolean residuals(String pulsar, Consumer<TimingResidual> action) {
            action.accept(frame(0));
            action.accept(frame(1));
            return true;
        }

        private static TimingSolution solution() {
            return TimingSolution.newBuilder()
                    .setPulsar("J1933+0000")
                    .setEphemerisFile("J1933+0000.par")
                    .setEphemerisVersion(1)
                    .setFrames(2)
                    .setToas(2)
                    .setTerms(List.of(new TimingTerm("OFFSET", "s", 1e-6, 1e-7, true)))
                    .setCovariance(List.of(1e-14))
                    .setChiSquared(3.5)
                    .setDegreesOfFreedom(1)
                    .setSmallestPivot(1.0)
                    .build();
        }

        private static TimingResidual frame(int number) {
            return TimingResidual.newBuilder()
                    .setFrameId("frame, \"" + number + "\"")
                    .setVersion(1)
                    .setPulsar("J1933+0000")
                    .setObservation("observation")
                    .setFile("J1933+0000.tim")
                    .setObservatory("@")
                    .setEpoch(new MjdInstant(59000, 0.5))
                    .setAchromatic(AchromaticPart.ABSOLUTE)
                    .setEphemerisVersion(1)
                    .setFramesInSolution(2)
                    .setChannels(List.of(new TimingChannel(number, 0, 1400.0, 3e-6, 2e-6, 1e-6, 1e-6)))
                    .build();
        }

        @Override
        public String application() {
            return "some-application";
        }

        @Override
        public String state() {
            return "RUNNING";
        }

        @Override
        public boolean isAlive() {
            return true;
        }

        @Override
        public List<String> problems() {
            return problems;
        }

        @Override
        public JsonNode accounts() {
            return json("{\"steps\":{\"residual\":{\"in\":3}}}");
        }

        @Override
        public List<JsonNode> alerts() {
            return List.of(json("{\"subject\":\"<b>J0000</b>\"}"));
        }

        private static JsonNode json(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
