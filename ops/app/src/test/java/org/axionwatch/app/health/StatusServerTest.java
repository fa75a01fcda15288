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
import org.axionwatch.app.session.CommandFailure;
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

    private static final class FixedStatus implements StatusSource {
        private List<String> problems = List.of();

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
