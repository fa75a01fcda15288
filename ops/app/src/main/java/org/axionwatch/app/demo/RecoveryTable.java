package org.axionwatch.app.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The closing table of the campaign: one row a source. */
public final class RecoveryTable {
    private static final List<String> HEADER = List.of(
            "source",
            "injected [MHz]",
            "found [MHz]",
            "injected",
            "recovered",
            "unit",
            "pull",
            "sigma",
            "alerts",
            "verdict");

    private final List<Recovery> rows;

    private RecoveryTable(List<Recovery> rows) {
        this.rows = rows;
    }

    static RecoveryTable compare(List<Injection> injections, CampaignOutputs outputs) {
        return new RecoveryTable(injections.stream()
                .map(injection -> Recovery.of(injection, outputs))
                .toList());
    }

    /** Whether every verdict holds. */
    public boolean holds() {
        return rows.stream().allMatch(row -> row.verdict().holds());
    }

    /** Candidates of all sources, retracted ones included. */
    public int alerts() {
        return rows.stream().mapToInt(Recovery::alerts).sum();
    }

    /** One line that says what failed, empty where everything holds. */
    String failures() {
        return String.join(
                "; ",
                rows.stream()
                        .filter(row -> !row.verdict().holds())
                        .map(row ->
                                row.injection().subject() + ": " + row.verdict().words())
                        .toList());
    }

    /** Headings of the columns. */
    public List<String> header() {
        return HEADER;
    }

    /** The cells of each row, one for each heading. */
    public List<List<String>> cells() {
        return rows.stream().map(RecoveryTable::cells).toList();
    }

    ArrayNode json() {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Recovery row : rows) {
            Recovery.Measured measured = row.measured();
            ObjectNode node = array.addObject()
                    .put("source", row.injection().subject())
                    .put("kind", row.injection().kind().name())
                    .put("unit", row.injection().scale().unit())
                    .put("injectedAmplitude", row.injection().amplitude())
                    .put("injectedResonanceFrequencyMHz", row.injection().resonanceFrequencyMHz())
                    .put("alerts", row.alerts())
                    .put("verdict", row.verdict().name())
                    .put("pull", row.pull());
            if (measured != null) {
                node.put("resonanceFrequencyMHz", measured.resonanceFrequencyMHz())
                        .put("amplitude", measured.amplitude())
                        .put("amplitudeError", measured.amplitudeError())
                        .put("significance", measured.significance());
            }
        }
        return array;
    }

    private static List<String> cells(Recovery row) {
        Injection injection = row.injection();
        Recovery.Measured measured = row.measured();
        return List.of(
                injection.subject(),
                number(injection.resonanceFrequencyMHz(), "%.1f"),
                measured == null ? "" : number(measured.resonanceFrequencyMHz(), "%.1f"),
                number(injection.amplitude(), "%.2f"),
                measured == null
                        ? ""
                        : String.format(Locale.ROOT, "%.2f +- %.2f", measured.amplitude(), measured.amplitudeError()),
                injection.scale().unit(),
                number(row.pull(), "%+.1f"),
                measured == null ? "" : number(measured.significance(), "%.1f"),
                Integer.toString(row.alerts()),
                row.verdict().words());
    }

    private static String number(@Nullable Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }
}
