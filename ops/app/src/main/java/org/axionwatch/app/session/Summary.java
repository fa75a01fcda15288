package org.axionwatch.app.session;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.axionwatch.streams.runtime.Accounts;
import org.axionwatch.streams.runtime.StepAccount;
import org.axionwatch.topics.ingest.Archive;

/** {@code summary.json}: what came in and what became of it, in every step and unit. */
public final class Summary {
    static final String FILE = "summary.json";
    private static final String TOAS = "toas";

    private Summary() {}

    /** The accounts of the stream alone. */
    public static ObjectNode of(Accounts accounts) {
        return of(accounts, new TreeMap<>());
    }

    /** With the TOA lines that the files themselves say to skip; they come in and are skipped before any topic. */
    public static ObjectNode of(Accounts accounts, Iterable<Archive> archives) {
        SortedMap<String, Long> skippedLines = new TreeMap<>();
        for (Archive archive : archives) {
            archive.account()
                    .skippedToas()
                    .forEach((reason, count) -> skippedLines.merge(reason, (long) count, Long::sum));
        }
        return of(accounts, skippedLines);
    }

    private static ObjectNode of(Accounts accounts, SortedMap<String, Long> skippedLines) {
        ObjectNode summary = JsonNodeFactory.instance.objectNode();
        ObjectNode steps = summary.putObject("steps");
        accounts.steps().forEach((name, account) -> {
            ObjectNode step = steps.putObject(name);
            step.put("unit", account.unit());
            fill(step, account, new TreeMap<>());
        });
        accounts.things()
                .forEach((name, account) ->
                        fill(summary.putObject(name), account, name.equals(TOAS) ? skippedLines : new TreeMap<>()));
        return summary;
    }

    private static void fill(ObjectNode target, StepAccount account, SortedMap<String, Long> more) {
        SortedMap<String, Long> skipped = new TreeMap<>(account.skipped());
        more.forEach((reason, count) -> skipped.merge(reason, count, Long::sum));
        target.put("in", account.in() + sum(more)).put("out", account.out());
        ObjectNode reasons = target.putObject("skipped");
        skipped.forEach(reasons::put);
        target.put("deadLettered", account.deadLettered())
                .put("duplicate", account.duplicate())
                .put("late", account.late());
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    static void write(ObjectNode summary, Path file) throws IOException {
        Files.writeString(
                file, new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(summary) + "\n");
    }
}
