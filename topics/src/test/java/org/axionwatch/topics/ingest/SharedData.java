package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the reference data beside the project; without it a test is skipped, or fails where the data are required. */
public final class SharedData {
    private SharedData() {}

    public static Path file(String relative) {
        Path file = Path.of(System.getProperty("axionwatch.root", "."), "../shared/data", relative)
                .normalize();
        if (!Files.exists(file)) {
            String required = System.getenv().getOrDefault("AXIONWATCH_REQUIRE", "");
            if (required.contains("shared-data")) {
                fail("required reference data are missing: " + relative);
            }
            Assumptions.abort("reference data are not beside the project: " + relative);
        }
        return file;
    }
}
