package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.ParFile;
import org.axionwatch.physics.dispersion.SpinModel;
import org.axionwatch.physics.dispersion.TimFile;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.physics.time.DateResolution;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The simulated campaigns of the reference data against PINT's batch fit of the same arrival times.
 *
 * <p>PINT holds dates as 80-bit numbers, in steps of 2^-48 d = 0.31 ns; its residuals scatter by 0.09 ns about those of the
 * full digits, and its chi-squared by 3e-6. With dates read as PINT reads them residuals agree to 0.03 ns (its conversion from
 * text moves one date in 150 by a step) and chi-squared to 1e-6; from PINT's own residuals the sums reach 2e-7.
 */
class SimulatedCampaignTimingTest {

    private static final String F0 = "282.21231345184149736";

    @ParameterizedTest
    @ValueSource(strings = {"fake1933_null", "fake1933_bump"})
    void shouldReachTheBatchSolutionOfPint(String name) throws IOException {
        JsonNode pint = new ObjectMapper().readTree(Files.readString(reference(name + ".fit.json")));
        TimingFit fit = fit(pint.get("tspan_s").asDouble());
        List<ObservedFrame> frames = frames(name);
        NormalEquations sums = sums(fit, frames);
        TimingSolution solution = fit.solve(sums);

        double chiSquared = pint.get("chi2").asDouble();
        assertThat(solution.quality().chiSquared()).isCloseTo(chiSquared, offset(1e-6 * chiSquared));
        assertThat(solution.quality().toas()).isEqualTo(pint.get("n").asLong());
        assertThat(solution.undetermined()).isEmpty();
        for (String parameter : List.of("F0", "F1", "DM", "DM1", "FD1", "FD2", "FD3")) {
            JsonNode expected = pint.get("params").get(parameter);
            int term = index(fit, parameter);
            double uncertainty = expected.get("unc").asDouble();
            double correction = correction(parameter, expected);
            assertThat(solution.uncertainty(term)).as(parameter).isCloseTo(uncertainty, withPercentage(0.1));
            assertThat(solution.corrections()[term]).as(parameter).isCloseTo(correction, offset(1e-3 * uncertainty));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake1933_null", "fake1933_bump"})
    void shouldWhitenEachArrivalTimeAsPintDoes(String name) throws IOException {
        JsonNode pint = new ObjectMapper().readTree(Files.readString(reference(name + ".fit.json")));
        TimingFit fit = fit(pint.get("tspan_s").asDouble());
        List<ObservedFrame> frames = frames(name);
        TimingSolution solution = fit.solve(sums(fit, frames));
        List<double[]> found = new ArrayList<>();
        for (ObservedFrame frame : frames) {
            TimedFrame timed = fit.residuals(frame, fit.prefit(frame), solution);
            for (int i = 0; i < timed.whitenedSeconds().length; i++) {
                found.add(new double[] {timed.prefitSeconds()[i], timed.redNoiseSeconds()[i], timed.whitenedSeconds()[i]
                });
            }
        }
        List<double[]> expected = columns(name);

        assertThat(rms(found, expected, 0)).as("prefit residual").isLessThan(5e-11);
        assertThat(rms(found, expected, 1)).as("red noise").isLessThan(1e-9);
        assertThat(rms(found, expected, 2)).as("whitened residual").isLessThan(1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake1933_null", "fake1933_bump"})
    void shouldReachTheChiSquaredOfPintFromItsOwnResiduals(String name) throws IOException {
        JsonNode pint = new ObjectMapper().readTree(Files.readString(reference(name + ".fit.json")));
        TimingFit fit = fit(pint.get("tspan_s").asDouble());
        List<double[]> residuals = columns(name);
        NormalEquations sums = fit.empty();
        int first = 0;
        for (ObservedFrame frame : frames(name)) {
            double[] delays = residuals.subList(first, first + frame.toas().size()).stream()
                    .mapToDouble(columns -> columns[0])
                    .toArray();
            sums.add(fit.contribution(frame, fit.prefit(frame, delays)));
            first += delays.length;
        }
        double chiSquared = pint.get("chi2").asDouble();

        assertThat(fit.solve(sums).quality().chiSquared()).isCloseTo(chiSquared, offset(2e-7 * chiSquared));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fake1933_null", "fake1933_bump"})
    void shouldDifferFromPintByItsRoundingOnlyWhenDatesKeepAllDigits(String name) throws IOException {
        TimingFit full = new TimingFit(request(98553600.0), DateResolution.FULL);
        List<double[]> found = new ArrayList<>();
        for (ObservedFrame frame : frames(name)) {
            for (double residual : full.prefit(frame).residualSeconds()) {
                found.add(new double[] {residual});
            }
        }

        // Uniform rounding in steps of 2^-48 d scatters by the step over the square root of 12.
        assertThat(rms(found, columns(name), 0)).isCloseTo(86400 * 0x1p-48 / Math.sqrt(12), withPercentage(10));
    }

    @Test
    void shouldReachTheSameBytesInAnyOrderOfFrames() throws IOException {
        TimingFit fit = fit(98553600.0);
        List<ObservedFrame> frames = new ArrayList<>(frames("fake1933_bump"));
        byte[] inOrder = sums(fit, frames).toBytes();
        Collections.shuffle(frames, new Random(7));
        NormalEquations shuffled = sums(fit, frames);
        ObservedFrame wrong = frames.get(3);
        FrameContribution twice = fit.contribution(wrong, fit.prefit(wrong));
        shuffled.add(twice);
        assertThat(shuffled.toBytes()).isNotEqualTo(inOrder);
        shuffled.subtract(twice);

        assertThat(shuffled.toBytes()).isEqualTo(inOrder);
        assertThat(NormalEquations.fromBytes(inOrder).toBytes()).isEqualTo(inOrder);
    }

    private static TimingFit fit(double timeSpanSeconds) throws IOException {
        return new TimingFit(request(timeSpanSeconds));
    }

    private static TimingRequest request(double timeSpanSeconds) throws IOException {
        TimingModel par = ParFile.read(SharedReference.path("data/pulsar/simulated/fake1933.par"));
        SpinModel rounded = par.spin();
        double remainder = new BigDecimal(F0)
                .subtract(new BigDecimal(rounded.frequencyHz()))
                .doubleValue();
        SpinModel spin = new SpinModel(
                rounded.frequencyHz(), remainder, rounded.derivatives(), rounded.epoch(), rounded.units());
        TimingModel model = new TimingModel(spin, par.astrometry(), par.dispersion(), null, par.noise());
        ObservedToa zero = new ObservedToa(new ModifiedJulianDate(59137, 0), 1400, 1e-6, 0, List.of());
        return new TimingRequest(
                model,
                List.of("F0", "F1", "DM", "DM1", "FD1", "FD2", "FD3"),
                List.of(),
                new RedNoise(-13.1, 2.86, 15, timeSpanSeconds),
                new ObservedFrame("@", TimeScale.TDB, List.of(zero)));
    }

    private static NormalEquations sums(TimingFit fit, List<ObservedFrame> frames) {
        NormalEquations sums = fit.empty();
        frames.forEach(frame -> sums.add(fit.contribution(frame, fit.prefit(frame))));
        return sums;
    }

    /** One frame for each of the 60 epochs. */
    private static List<ObservedFrame> frames(String name) throws IOException {
        Map<Long, List<TimFile.Line>> epochs = new LinkedHashMap<>();
        for (TimFile.Line line : TimFile.read(reference(name + ".tim"))) {
            epochs.computeIfAbsent(Math.round(line.time().toDouble()), day -> new ArrayList<>())
                    .add(line);
        }
        assertThat(epochs).hasSize(60);
        return epochs.values().stream().map(TimFile::frame).toList();
    }

    /** Prefit residual, red noise and whitened residual of each arrival time, s. */
    private static List<double[]> columns(String name) throws IOException {
        return Files.readAllLines(reference(name + ".resid.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(words -> new double[] {number(words[3]), number(words[5]), number(words[6])})
                .toList();
    }

    private static double correction(String parameter, JsonNode expected) {
        BigDecimal value = new BigDecimal(expected.get("value").asText());
        String start =
                switch (parameter) {
                    case "F0" -> F0;
                    case "F1" -> "-3.0830521438104109847e-16";
                    case "DM" -> "11.52";
                    case "FD1" -> "-5.2e-5";
                    case "FD2" -> "5.7e-5";
                    case "FD3" -> "-2.1e-5";
                    default -> "0";
                };
        return value.subtract(new BigDecimal(start)).doubleValue();
    }

    private static int index(TimingFit fit, String name) {
        return IntStream.range(0, fit.terms().size())
                .filter(term -> fit.terms().get(term).name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Scatter of the difference about its mean. */
    private static double rms(List<double[]> found, List<double[]> expected, int column) {
        assertThat(found).hasSameSizeAs(expected);
        double[] differences = IntStream.range(0, found.size())
                .mapToDouble(i -> found.get(i)[column] - expected.get(i)[column])
                .toArray();
        return Math.sqrt(StatUtils.populationVariance(differences));
    }

    private static double number(String word) {
        return Double.parseDouble(word);
    }

    private static Path reference(String file) {
        return SharedReference.path("data/pulsar/simulated/" + file);
    }
}
