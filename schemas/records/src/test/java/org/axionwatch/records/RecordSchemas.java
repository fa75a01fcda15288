package org.axionwatch.records;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParser;

/** The schemas of a source folder, parsed together because they name each other. */
final class RecordSchemas {
    static final Path CURRENT = Path.of("src/main/avro");

    private RecordSchemas() {}

    static Collection<Schema> in(Path folder) {
        var parser = new SchemaParser();
        try {
            for (Path file : files(folder, ".avsc")) {
                parser.parse(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parser.getParsedNamedSchemas();
    }

    static Map<String, Schema> byName(Path folder) {
        var schemas = new LinkedHashMap<String, Schema>();
        in(folder).forEach(schema -> schemas.put(schema.getFullName(), schema));
        return schemas;
    }

    static List<Path> files(Path folder, String ending) {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
