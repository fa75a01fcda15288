package org.axionwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.axionwatch.app.session.Replay;
import org.axionwatch.records.alert.CandidateAlert;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.records.pulsar.TimingTerm;

/** The closing table of a replay. */
final class ReplayReport {
    private static final List<String> HEADINGS =
            List.of("step", "unit", "in", "out", "skipped", "dead letters", "duplicate", "late", "why skipped");

    private final PrintWriter out;

    ReplayReport(PrintWriter out) {
        this.out = out;
    }

    void print(Replay.Result result, boolean json) throws JsonProcessingException {
        if (json) {
            printJson(result);
        } else {
            out.print(accountTable(result.summary()));
            printTiming(result.outcome().timing());
            printAlerts(result.outcome().alerts());
            double seconds = result.elapsed().toMillis() / 1e3;
            out.printf(
                    Locale.ROOT,
                    "%nreplay %s: %,d records (%,d TOAs, %,d events) in %.1f s, %,.0f records/s; %d %s%n",
                    result.id(),
                    result.published().records(),
                    result.published().toas(),
                    result.published().events(),
                    seconds,
                    result.published().records() / Math.max(seconds, 1e-3),
                    result.outcome().alerts().size(),
                    result.outcome().alerts().size() == 1 ? "candidate" : "candidates");
        }
        out.flush();
    }

    /** The steps and totals of a summary as a table. */
    static TextTable accountTable(JsonNode summary) {
        var table = new TextTable(HEADINGS);
        summary.path("steps")
                .fields()
                .forEachRemaining(
                        step -> add(table, step, step.getValue().path("unit").asText()));
        summary.fields().forEachRemaining(entry -> {
            if (!entry.getKey().equals("steps")) {
                add(table, entry, entry.getKey());
            }
        });
        return table;
    }

    private static void add(TextTable table, Map.Entry<String, JsonNode> step, String unit) {
        JsonNode account = step.getValue();
        JsonNode skipped = account.path("skipped");
        long sum = StreamSupport.stream(skipped.spliterator(), false)
                .mapToLong(JsonNode::asLong)
                .sum();
        String reasons = skipped.properties().stream()
                .map(reason -> reason.getValue().asLong() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        table.add(
                step.getKey(),
                unit,
                account.path("in").asLong(),
                account.path("out").asLong(),
                sum,
                account.path("deadLettered").asLong(),
                account.path("duplicate").asLong(),
                account.path("late").asLong(),
                reasons);
    }

    private void printTiming(List<TimingSolution> solutions) {
        if (!solutions.isEmpty()) {
            var table = new TextTable(List.of("pulsar", "frames", "TOAs", "terms", "chi2", "dof", "chi2/dof"));
            solutions.forEach(solution -> table.add(
                    solution.getPulsar(),
                    solution.getFrames(),
                    solution.getToas(),
                    solution.getTerms().stream()
                            .filter(TimingTerm::getDetermined)
                            .count(),
                    String.format(Locale.ROOT, "%.4f", solution.getChiSquared()),
                    solution.getDegreesOfFreedom(),
                    reduced(solution)));
            out.println();
            out.print(table);
        }
    }

    private static String reduced(TimingSolution solution) {
        return solution.getDegreesOfFreedom() > 0
                ? String.format(Locale.ROOT, "%.4f", solution.getChiSquared() / solution.getDegreesOfFreedom())
                : "-";
    }

    private void printAlerts(List<CandidateAlert> alerts) {
        if (!alerts.isEmpty()) {
            out.println();
            alerts.forEach(alert -> out.println(alert.getType() + ": " + alert.getSummary()));
        }
    }

    private void printJson(Replay.Result result) throws JsonProcessingException {
        ObjectNode json = result.summary().deepCopy();
        json.put("id", result.id());
        json.putObject("published")
                .put("records", result.published().records())
                .put("toas", result.published().toas())
                .put("events", result.published().events());
        json.put("elapsedSeconds", result.elapsed().toMillis() / 1e3);
        var timing = json.putArray("timing");
        result.outcome().timing().forEach(solution -> timing.addObject()
                .put("pulsar", solution.getPulsar())
                .put("frames", solution.getFrames())
                .put("toas", solution.getToas())
                .put("chiSquared", solution.getChiSquared())
                .put("degreesOfFreedom", solution.getDegreesOfFreedom()));
        var alerts = json.putArray("alerts");
        result.outcome().alerts().forEach(alert -> alerts.addObject()
                .put("alertId", alert.getAlertId())
                .put("type", String.valueOf(alert.getType()))
                .put("summary", alert.getSummary()));
        out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(json));
    }
}
