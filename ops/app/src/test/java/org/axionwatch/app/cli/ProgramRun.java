package org.axionwatch.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.app.SharedCluster;

/** One call of the program against the shared cluster, in this process. */
record ProgramRun(int status, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ProgramRun of(String command, Object... arguments) {
        List<String> line = new ArrayList<>(List.of(command));
        for (Object argument : arguments) {
            line.add(argument.toString());
        }
        line.addAll(List.of(
                "--bootstrap", SharedCluster.get().bootstrapServers(),
                "--registry", SharedCluster.get().registryUrl(),
                "--data-folder", SharedCluster.dataFolder().toString()));
        var out = new StringWriter();
        var err = new StringWriter();
        int status = Axionwatch.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(line.toArray(String[]::new));
        return new ProgramRun(status, out.toString(), err.toString());
    }

    static JsonNode summary(Path folder) throws IOException {
        return json(folder.resolve("summary.json"));
    }

    static JsonNode json(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    static List<JsonNode> values(Path folder, String topic) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(topic + ".jsonl"))) {
            values.add(JSON.readTree(line).path("value"));
        }
        return values;
    }

    /** Whether what came in is what went out, was skipped, dead-lettered, a duplicate or late. */
    static boolean balances(JsonNode account) {
        long outcomes = 0;
        for (String outcome : List.of("out", "deadLettered", "duplicate", "late")) {
            outcomes += account.path(outcome).asLong();
        }
        for (JsonNode skipped : account.path("skipped")) {
            outcomes += skipped.asLong();
        }
        return account.path("in").asLong() == outcomes;
    }
}
