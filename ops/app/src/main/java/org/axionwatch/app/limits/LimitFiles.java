package org.axionwatch.app.limits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.serde.RecordJson;

/**
 * Writes each joint limit as {@code HYPOTHESIS.txt}, the two columns of the AxionLimits collection (mass [eV], coupling), and as
 * {@code HYPOTHESIS.csv} with expected bands and best fit. Every number reads back as the same value.
 */
public final class LimitFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = Topics.AXION_LIMIT.name() + ".jsonl";
    private static final List<String> COLUMNS = List.of(
            "axionMassEv",
            "coupling",
            "expectedMinusOneSigma",
            "expectedMedian",
            "expectedPlusOneSigma",
            "expectedPlusTwoSigma",
            "bestFit",
            "significance");

    private LimitFiles() {}

    /** Whether a file of a folder may have been written by {@link #write}. */
    public static boolean isLimitFile(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(".txt") || name.endsWith(".csv");
    }

    /**
     * Limits of a replay's results.
     *
     * @param source folder that a replay wrote, or its file of limits
     * @throws CommandFailure where it cannot be read or a line is no limit
     */
    public static List<JsonNode> read(Path source) {
        Path file = Files.isDirectory(source) ? source.resolve(FILE) : source;
        List<JsonNode> limits = new ArrayList<>();
        try (Stream<String> lines = Files.lines(file, StandardCharsets.UTF_8)) {
            lines.forEach(line -> limits.add(limit(line, file, limits.size() + 1)));
        } catch (IOException e) {
            throw new CommandFailure("no limits in " + source + ": " + file + " cannot be read", e);
        }
        return limits;
    }

    /** Limits as the topic holds them. */
    public static List<JsonNode> of(List<? extends SpecificRecord> limits) {
        return limits.stream().map(limit -> parse(RecordJson.write(limit))).toList();
    }

    private static JsonNode limit(String line, Path file, int number) {
        JsonNode value = parse(line).path("value");
        if (!value.path("hypothesis").isTextual() || !value.path("points").isArray()) {
            throw new CommandFailure(file + ":" + number + ": is no limit of " + Topics.AXION_LIMIT.name());
        }
        return value;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new CommandFailure("a limit is no JSON: " + e.getMessage(), e);
        }
    }

    /** Writes the files of one limit; names of hypotheses come from users and are made safe. */
    public static void write(JsonNode limit, Path folder) throws IOException {
        String name = limit.path("hypothesis").asText().replaceAll("[^A-Za-z0-9._-]", "_");
        Files.writeString(folder.resolve(name + ".txt"), twoColumns(limit));
        Files.writeString(folder.resolve(name + ".csv"), table(limit));
    }

    private static String twoColumns(JsonNode limit) {
        StringBuilder text = new StringBuilder();
        text.append("# Axionwatch ").append(plain(limit.path("hypothesis"))).append('\n');
        text.append("# contributors: ")
                .append(joined(limit.path("contributors")))
                .append('\n');
        limit.path("conventions")
                .forEach(convention ->
                        text.append("# ").append(plain(convention)).append('\n'));
        text.append("# mass [eV] ")
                .append(plain(limit.path("couplingName")))
                .append(" [")
                .append(plain(limit.path("couplingUnit")))
                .append("] ")
                .append(limit.path("confidenceLevel").asDouble())
                .append(" upper limit\n");
        limit.path("points").forEach(point -> {
            // The massless limit has no place on a logarithmic mass axis: the table keeps it.
            if (point.path("axionMassEv").asDouble() > 0) {
                text.append(point.path("axionMassEv").asText())
                        .append('\t')
                        .append(point.path("coupling").asText())
                        .append('\n');
            }
        });
        return text.toString();
    }

    private static String table(JsonNode limit) {
        StringBuilder text = new StringBuilder(String.join(",", COLUMNS)).append('\n');
        limit.path("points").forEach(point -> text.append(String.join(
                        ",",
                        COLUMNS.stream()
                                .map(column -> point.path(column).isNull()
                                        ? ""
                                        : point.path(column).asText())
                                .toList()))
                .append('\n'));
        return text.toString();
    }

    private static String joined(JsonNode names) {
        List<String> plain = new ArrayList<>();
        names.forEach(name -> plain.add(plain(name)));
        return String.join(", ", plain);
    }

    /** One line of a comment: what records bring must not begin a line of its own. */
    private static String plain(JsonNode text) {
        return text.asText().replaceAll("\\p{Cntrl}", " ");
    }
}
