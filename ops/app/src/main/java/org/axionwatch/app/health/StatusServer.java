package org.axionwatch.app.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HttpStatus;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.axionwatch.app.session.CommandFailure;

/**
 * The status page, its JSON and the health answers, on the loopback interface only.
 *
 * <p>Requests whose Host is not a name of the loopback interface are refused, so that no page of another origin can read
 * it through a name of its own.
 */
public final class StatusServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Javalin server;

    private StatusServer(Javalin server) {
        this.server = server;
    }

    /**
     * @param port 0 for any that is free
     * @throws CommandFailure where the port is taken
     */
    public static StatusServer start(int port, StatusSource source) {
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false);
        String page = page();
        server.before(StatusServer::protect);
        server.get("/", context -> context.html(page));
        server.get("/api/status", context -> json(context, HttpStatus.OK, status(source)));
        server.get("/health/live", context -> health(context, source.isAlive(), List.of(source.state())));
        server.get("/health/ready", context -> {
            List<String> problems = source.problems();
            health(context, problems.isEmpty(), problems);
        });
        TimingPages.addTo(server, source.timing());
        try {
            return new StatusServer(server.start(LOOPBACK, port));
        } catch (JavalinBindException e) {
            throw new CommandFailure(
                    "status page: port " + port + " on " + LOOPBACK + " is taken; set another --status-port", e);
        }
    }

    private static void protect(Context context) {
        String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
        if (!List.of(LOOPBACK, "localhost").contains(host)) {
            throw new ForbiddenResponse("not the loopback interface");
        }
        context.header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self';"
                                + " frame-ancestors 'none'")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store");
    }

    private static void health(Context context, boolean well, List<String> details) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("ok", well);
        ArrayNode list = answer.putArray("details");
        details.forEach(list::add);
        json(context, well ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE, answer);
    }

    private static ObjectNode status(StatusSource source) {
        List<String> problems = source.problems();
        ObjectNode status = JSON.createObjectNode()
                .put("application", source.application())
                .put("state", source.state())
                .put("alive", source.isAlive())
                .put("ready", problems.isEmpty());
        ArrayNode list = status.putArray("problems");
        problems.forEach(list::add);
        status.set("accounts", source.accounts());
        status.putArray("alerts").addAll(source.alerts());
        return status;
    }

    private static void json(Context context, HttpStatus status, ObjectNode body) throws IOException {
        context.status(status).contentType("application/json").result(JSON.writeValueAsBytes(body));
    }

    private static String page() {
        try (InputStream in = StatusServer.class.getResourceAsStream("status.html")) {
            if (in == null) {
                throw new IllegalStateException("status.html is missing from the build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://" + LOOPBACK + ":" + server.port() + "/";
    }

    @Override
    public void close() {
        server.stop();
    }
}
