package org.axionwatch.app;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Real observations beside the checkout; where they are absent the test is skipped, or fails where they are required. */
public final class SharedData {
    private SharedData() {}

    public static Path file(String relative) {
        Path file = Path.of(System.getProperty("axionwatch.root"), "..", "shared", "data")
                .normalize()
                .resolve(relative);
        if (!Files.exists(file)) {
            String required = System.getenv().getOrDefault("AXIONWATCH_REQUIRE", "");
            if (List.of(required.split(",")).contains("shared-data")) {
                fail("AXIONWATCH_REQUIRE names shared-data, but " + relative + " is missing");
            }
            assumeTrue(false, "no ../shared/data/" + relative);
        }
        return file;
    }
}
