package org.axionwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Locale;
import org.axionwatch.app.demo.Demo;
import org.axionwatch.app.demo.DemoResult;

/** What the demo prints. */
final class DemoReport implements Demo.View {
    private final PrintWriter out;
    private final boolean json;

    DemoReport(PrintWriter out, boolean json) {
        this.out = out;
        this.json = json;
    }

    @Override
    public void serving(String url) {
        if (!json) {
            out.println("status page: " + url + " (Ctrl-C ends the demo)");
            out.flush();
        }
    }

    @Override
    public void finished(DemoResult result) {
        if (json) {
            printJson(result);
        } else {
            printTables(result);
        }
        out.flush();
    }

    private void printTables(DemoResult result) {
        out.println("Injected into the campaign, and recovered from the output topics:");
        out.println();
        var table = new TextTable(result.table().header());
        result.table().cells().forEach(row -> table.add(row.toArray()));
        out.print(table);
        out.println();
        out.print(ReplayReport.accountTable(result.summary()));
        out.println();
        out.println("On purpose the campaign holds " + Demo.PLANTED + ".");
        out.printf(
                Locale.ROOT,
                "seed %d%s: %,d records (%,d TOAs, %,d events) in %.1f s, %,.0f records/s, %,.0f TOAs/s,"
                        + " %,.0f events/s; %d %s; %s%n",
                result.request().seed(),
                result.request().signals() ? "" : " without signals",
                result.published().records(),
                result.published().toas(),
                result.published().events(),
                result.elapsed().toMillis() / 1e3,
                result.perSecond(result.published().records()),
                result.perSecond(result.published().toas()),
                result.perSecond(result.published().events()),
                result.table().alerts(),
                result.table().alerts() == 1 ? "candidate" : "candidates",
                result.holds() ? "every verdict holds" : "NOT every verdict holds");
    }

    private void printJson(DemoResult result) {
        try {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result.json()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
