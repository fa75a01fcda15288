package org.axionwatch.app.health;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.axionwatch.app.timing.TimingSource;
import org.axionwatch.app.timing.TimingTable;
import org.axionwatch.topics.serde.RecordJson;

/**
 * Answers about pulsar timing: {@code /api/timing} lists pulsars, {@code /api/timing/<pulsar>} is the solution,
 * {@code /api/timing/<pulsar>/residuals} and {@code residuals.csv} every frame under it. 404 for a pulsar without solution,
 * 503 while the processors do not run; errors are JSON.
 */
final class TimingPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String JSON_TYPE = "application/json";
    private static final String PULSAR = "pulsar";

    private final TimingSource source;

    private TimingPages(TimingSource source) {
        this.source = source;
    }

    static void addTo(Javalin server, TimingSource source) {
        var pages = new TimingPages(source);
        server.get("/api/timing", pages::pulsars);
        server.get("/api/timing/{pulsar}", pages::solution);
        server.get("/api/timing/{pulsar}/residuals", pages::residuals);
        server.get("/api/timing/{pulsar}/residuals.csv", pages::table);
        server.exception(
                InvalidStateStoreException.class,
                (e, context) ->
                        error(context, HttpStatus.SERVICE_UNAVAILABLE, "the processors do not run at this moment"));
    }

    private void pulsars(Context context) throws IOException {
        json(context, HttpStatus.OK, JSON.writeValueAsString(Map.of("pulsars", source.pulsars())));
    }

    private void solution(Context context) {
        source.solution(context.pathParam(PULSAR))
                .ifPresentOrElse(
                        solution -> json(context, HttpStatus.OK, RecordJson.write(solution)), () -> unknown(context));
    }

    private void residuals(Context context) {
        answer(context, JSON_TYPE, out -> {
            out.print('[');
            var isFirst = new AtomicBoolean(true);
            source.residuals(
                    context.pathParam(PULSAR),
                    frame -> out.print((isFirst.getAndSet(false) ? "" : ",\n") + RecordJson.write(frame)));
            out.print("]\n");
        });
    }

    private void table(Context context) {
        answer(context, "text/csv", out -> {
            TimingTable table = TimingTable.begin(out);
            source.residuals(context.pathParam(PULSAR), table::add);
        });
    }

    /** Written as it is formed: the frames of decades need not fit into memory. */
    private void answer(Context context, String type, Consumer<PrintWriter> answer) {
        if (source.solution(context.pathParam(PULSAR)).isEmpty()) {
            unknown(context);
            return;
        }
        context.contentType(type);
        var out = new PrintWriter(new OutputStreamWriter(context.outputStream(), StandardCharsets.UTF_8));
        answer.accept(out);
        out.flush();
    }

    private static void unknown(Context context) {
        error(
                context,
                HttpStatus.NOT_FOUND,
                "no timing solution of " + context.pathParam(PULSAR) + " on this instance");
    }

    private static void error(Context context, HttpStatus status, String message) {
        json(context, status, JSON.createObjectNode().put("error", message).toString());
    }

    private static void json(Context context, HttpStatus status, String body) {
        context.status(status).contentType(JSON_TYPE).result(body.getBytes(StandardCharsets.UTF_8));
    }
}
