package org.axionwatch.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The table and the JSON of one benchmark: rates, and the ratio of each to the others of the same load. */
record Report(BenchmarkOptions options, List<Samples> samples) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final String ROW = "%-8s %-16s %12s %20s %8s %10s %10s %10s %14s%n";

    Report {
        samples = List.copyOf(samples);
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                ROW,
                "unit",
                "through",
                "median /s",
                "lowest - highest",
                "MB/s",
                "of empty",
                "of raw",
                "CPU us",
                "CPU of empty");
        for (Samples each : samples) {
            out.printf(
                    Locale.ROOT,
                    ROW,
                    each.load().unit(),
                    each.contender(),
                    String.format(Locale.ROOT, "%.0f", each.medianRate()),
                    String.format(Locale.ROOT, "%.0f - %.0f", each.lowestRate(), each.highestRate()),
                    String.format(Locale.ROOT, "%.1f", each.medianMegabytesPerSecond()),
                    String.format(Locale.ROOT, "%.3f", ratio(each, EmptyTopology.NAME)),
                    String.format(Locale.ROOT, "%.3f", ratio(each, RawBroker.NAME)),
                    String.format(Locale.ROOT, "%.1f", each.medianCpuMicroseconds()),
                    String.format(Locale.ROOT, "%.1f", cpuRatio(each, EmptyTopology.NAME)));
        }
    }

    void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.set("options", JSON.valueToTree(options.described()));
        root.putObject("machine")
                .put("processors", Runtime.getRuntime().availableProcessors())
                .put("java", Runtime.version().toString())
                .put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        var results = root.putArray("results");
        for (Samples each : samples) {
            ObjectNode result = results.addObject()
                    .put("unit", each.load().unit())
                    .put("through", each.contender())
                    .put("messages", each.load().measured().size())
                    .put("messageBytes", each.load().messageBytes())
                    .put("unitsPerMessage", each.load().unitsPerMessage())
                    .put("medianPerSecond", each.medianRate())
                    .put("medianMegabytesPerSecond", each.medianMegabytesPerSecond())
                    .put("ratioToEmptyTopology", ratio(each, EmptyTopology.NAME))
                    .put("ratioToRawBroker", ratio(each, RawBroker.NAME))
                    .put("medianCpuMicroseconds", each.medianCpuMicroseconds())
                    .put("cpuRatioToEmptyTopology", cpuRatio(each, EmptyTopology.NAME));
            result.set("rounds", JSON.valueToTree(each.rounds()));
        }
        JSON.writeValue(file.toFile(), root);
    }

    private double ratio(Samples of, String contender) {
        return of.medianRate() / sameLoad(of, contender).medianRate();
    }

    private double cpuRatio(Samples of, String contender) {
        return of.medianCpuMicroseconds() / sameLoad(of, contender).medianCpuMicroseconds();
    }

    private Samples sameLoad(Samples of, String contender) {
        return samples.stream()
                .filter(each -> each.contender().equals(contender)
                        && each.load().unit().equals(of.load().unit()))
                .findFirst()
                .orElseThrow();
    }
}
