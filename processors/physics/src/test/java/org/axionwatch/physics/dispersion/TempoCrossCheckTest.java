package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Real arrival times against the residuals that Tempo2 forms from the same files with a numerical ephemeris, clock files
 * and Earth orientation. Both go through the same projection, so only what differs inside a sub-integration is left.
 */
class TempoCrossCheckTest {

    private static final int SMALLEST_FRAME = 8;

    @ParameterizedTest
    @CsvSource({"B1855+09_NANOGrav_9yv1", "J0023+0923_NANOGrav_11yv0"})
    void shouldAgreeWithTempo2InsideEverySubIntegration(String archive) throws IOException {
        String folder = "data/pulsar/nanograv/" + archive;
        TimingModel model = ParFile.read(SharedReference.path(folder + ".gls.par"));
        List<TimFile.Line> lines = TimFile.read(SharedReference.path(folder + ".tim"));
        double[] tempo2 = tempo2Residuals(folder + ".gls.par.tempo2_test");
        assertThat(lines).hasSameSizeAs(tempo2);

        InFrameResiduals residuals = new InFrameResiduals(model);
        double squares = 0;
        double largest = 0;
        int count = 0;
        for (List<TimFile.Line> frame : TimFile.framesByFile(lines, SMALLEST_FRAME)) {
            ResidualCurve curve = residuals.of(TimFile.frame(frame)).curve();
            double[] expected = curve.projection()
                    .project(frame.stream()
                            .mapToDouble(line -> tempo2[line.index()])
                            .toArray());
            double[] actual = curve.residualSeconds();
            for (int i = 0; i < actual.length; i++) {
                double difference = Math.abs(actual[i] - expected[i]);
                squares += difference * difference;
                largest = Math.max(largest, difference);
                count++;
            }
        }
        assertThat(Math.sqrt(squares / count)).isLessThan(2e-9);
        assertThat(largest).isLessThan(10e-9);
    }

    private static double[] tempo2Residuals(String file) throws IOException {
        return Files.readAllLines(SharedReference.path(file)).stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("residuals"))
                .mapToDouble(line -> Double.parseDouble(line.strip().split("\\s+")[0]))
                .toArray();
    }
}
