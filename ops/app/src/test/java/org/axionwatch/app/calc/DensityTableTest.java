package org.axionwatch.app.calc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DensityTableTest {

    @TempDir
    private Path folder;

    @Test
    void shouldReadCellsWhenTableIsGood() throws IOException {
        DensityTable table = DensityTable.read(table("# a comment\ndistance_kpc,ne_cm3\n0.5,0.01\n1.5,0.02\n"));
        assertThat(table.electronDensitiesPerCm3()).containsExactly(0.01, 0.02);
        assertThat(table.cellLengthKpc()).isCloseTo(1, Offset.offset(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.5;x                | line 1: not two numbers",
                "0.5                  | line 1: not two numbers",
                "0.5;1/3.5;1          | line 2: distance 3.5 is not the middle of cell 1",
                "0.5;1/NaN;1          | line 2: distance NaN",
                "# nothing            | line 1: no cells"
            })
    void shouldNameLineWhenTableIsWrong(String content, String error) throws IOException {
        Path file = table(content.strip().replace(';', ',').replace('/', '\n'));
        assertThatExceptionOfType(CalculatorException.class)
                .isThrownBy(() -> DensityTable.read(file))
                .withMessageContaining(error);
    }

    @Test
    void shouldNameFileWhenThereIsNone() {
        assertThatExceptionOfType(CalculatorException.class)
                .isThrownBy(() -> DensityTable.read(folder.resolve("westerlund1.csv")))
                .withMessageContaining("westerlund1.csv");
    }

    private Path table(String content) throws IOException {
        return Files.writeString(folder.resolve("quintuplet.csv"), content);
    }
}
