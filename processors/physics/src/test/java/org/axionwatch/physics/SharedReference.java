package org.axionwatch.physics;

import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the reference data beside the project; without it a test is skipped, or fails where it is required. */
public final class SharedReference {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SharedReference() {}

    /** A file or folder below {@code ../shared}. */
    public static Path path(String relative) {
        Path path = Path.of(System.getProperty("axionwatch.root", "."), "../shared", relative);
        if (!Files.exists(path)) {
            String required = System.getenv().getOrDefault("AXIONWATCH_REQUIRE", "");
            if (List.of(required.split(",")).contains("shared-data")) {
                fail("AXIONWATCH_REQUIRE names shared-data, but " + relative + " is missing");
            }
            Assumptions.abort("reference data " + relative + " is not beside the project");
        }
        return path;
    }

    /** The lines of the physics vectors whose function starts with the prefix. */
    public static List<JsonNode> vectors(String functionPrefix) {
        try (Stream<String> lines = Files.lines(path("physics/vectors.jsonl"))) {
            return lines.map(SharedReference::parse)
                    .filter(node -> node.get("function").asText().startsWith(functionPrefix))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
