package org.axionwatch.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingDefinitionsTest {
    private static final String BEGIN = "<!-- settings: begin -->\n";
    private static final String END = "<!-- settings: end -->";

    @Test
    void shouldNameEachSettingOnce() {
        assertThat(SettingDefinitions.all()).extracting(Setting::name).doesNotHaveDuplicates();
    }

    @Test
    void shouldAcceptEveryDefault() {
        assertThat(SettingDefinitions.all())
                .filteredOn(setting -> setting.defaultText() != null)
                .allSatisfy(setting -> assertThat(setting.kind().parser().apply(setting.defaultText()))
                        .isNotNull());
    }

    @Test
    void shouldFindTheReadmesTableCurrent() throws IOException {
        Path readme = Path.of(System.getProperty("axionwatch.root"), "ops", "app", "README.md");
        String text = Files.readString(readme);
        String table = text.substring(text.indexOf(BEGIN) + BEGIN.length(), text.indexOf(END));
        assertThat(table)
                .as("ops/app/README.md, to be replaced by: ./axionwatch settings --markdown")
                .isEqualTo(SettingsTable.markdown());
    }
}
