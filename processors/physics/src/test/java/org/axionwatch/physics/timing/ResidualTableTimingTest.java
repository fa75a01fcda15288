package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealVector;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

/**
 * Published residuals with their design matrices: the streamed sums against one dense least-squares problem in which every
 * prior is a row and every jitter a column, solved by QR without any normal equations.
 */
class ResidualTableTimingTest {

    private static final double WEEK_SECONDS = 604_800;

    /** Discovery's basis of dispersion noise: an achromatic one times (1400 MHz/nu)^2. */
    private static final double DISPERSION_NOISE_MHZ = 1400;

    private record Table(
            double[] times,
            double[] residuals,
            double[] errors,
            double[] frequenciesMHz,
            String[] backends,
            double[][] design,
            JsonNode noise) {}

    @Test
    void shouldEqualDenseLeastSquaresOfB1855WithJitterAndRedNoise() throws IOException {
        Table table = read("B1855+09");
        // The file keeps the sign of RNIDX, the slope of the spectrum, which falls.
        double index = -find(table.noise(), "red_noise_gamma", Double.NaN);
        RedNoise red = new RedNoise(find(table.noise(), "red_noise_log10_A", Double.NaN), index, 30, span(table));

        assertThatStreamEqualsBatch(table, red, i -> 1);
    }

    @Test
    void shouldEqualDenseLeastSquaresOfJ1910WithDispersionNoise() throws IOException {
        Table table = read("J1910+1256");
        RedNoise dispersion = new RedNoise(
                find(table.noise(), "dm_gp_log10_A", Double.NaN),
                find(table.noise(), "dm_gp_gamma", Double.NaN),
                (int) find(table.noise(), "dm_gp_components", Double.NaN),
                span(table));

        assertThatStreamEqualsBatch(
                table, dispersion, i -> Math.pow(DISPERSION_NOISE_MHZ / table.frequenciesMHz()[i], 2));
    }

    private static double span(Table table) {
        return Arrays.stream(table.times()).max().orElseThrow()
                - Arrays.stream(table.times()).min().orElseThrow();
    }

    private static void assertThatStreamEqualsBatch(Table table, RedNoise red, IntToDoubleFunction scale) {
        double[][] columns = columns(table, red, scale);
        List<TimingTerm> terms = terms(table, red);
        Map<String, double[]> noise = noise(table);
        List<int[]> epochs = epochs(table);
        NormalEquations sums = NormalEquations.empty(terms.size());
        for (List<int[]> week : byWeek(table, epochs)) {
            sums.add(contribution(table, columns, noise, week));
        }
        TimingSolution streamed = TimingSolution.of(terms, sums);
        double batch = denseChiSquared(table, columns, terms, noise, epochs);

        assertThat(streamed.quality().toas()).isEqualTo(table.times().length);
        assertThat(streamed.undetermined()).isEmpty();
        assertThat(batch).isBetween(0.5 * table.times().length, 2.0 * table.times().length);
        assertThat(streamed.quality().chiSquared()).isCloseTo(batch, withPercentage(1e-7));
    }

    private static FrameContribution contribution(
            Table table, double[][] columns, Map<String, double[]> noise, List<int[]> epochs) {
        int[] toas = epochs.stream().flatMapToInt(Arrays::stream).toArray();
        List<EpochBlock> blocks = new ArrayList<>();
        int next = 0;
        for (int[] epoch : epochs) {
            int[] members = IntStream.range(next, next + epoch.length).toArray();
            next += epoch.length;
            double jitter = noise.get(table.backends()[epoch[0]])[2];
            if (epoch.length > 1 && jitter > 0) {
                blocks.add(new EpochBlock(members, jitter * jitter));
            }
        }
        return FrameContribution.of(
                Arrays.stream(toas).mapToObj(i -> columns[i]).toArray(double[][]::new),
                Arrays.stream(toas).mapToDouble(i -> table.residuals()[i]).toArray(),
                Arrays.stream(toas).mapToDouble(i -> sigma(table, noise, i)).toArray(),
                blocks);
    }

    /** Smallest sum of squares over all columns, one column more for each epoch with jitter, one row more for each prior. */
    private static double denseChiSquared(
            Table table, double[][] columns, List<TimingTerm> terms, Map<String, double[]> noise, List<int[]> epochs) {
        List<int[]> jittered = epochs.stream()
                .filter(epoch -> epoch.length > 1 && noise.get(table.backends()[epoch[0]])[2] > 0)
                .toList();
        int toas = columns.length;
        List<Integer> priors = IntStream.range(0, terms.size())
                .filter(term -> terms.get(term).hasPrior())
                .boxed()
                .toList();
        // The jitter columns are orthogonal: each is eliminated by its own rotation before the dense solution.
        double[][] rows = new double[toas + jittered.size() + priors.size()][terms.size()];
        double[] right = new double[rows.length];
        for (int i = 0; i < toas; i++) {
            double sigma = sigma(table, noise, i);
            for (int term = 0; term < terms.size(); term++) {
                rows[i][term] = columns[i][term] / sigma;
            }
            right[i] = table.residuals()[i] / sigma;
        }
        for (int block = 0; block < jittered.size(); block++) {
            eliminate(rows, right, jitterColumn(table, noise, jittered.get(block), toas + block), jittered.get(block));
        }
        for (int prior = 0; prior < priors.size(); prior++) {
            int term = priors.get(prior);
            rows[toas + jittered.size() + prior][term] =
                    1 / Math.sqrt(terms.get(term).priorVariance());
        }
        Array2DRowRealMatrix matrix = new Array2DRowRealMatrix(rows, false);
        RealVector solution = new QRDecomposition(matrix).getSolver().solve(new ArrayRealVector(right));
        RealVector rest = matrix.operate(solution).subtract(new ArrayRealVector(right));
        return rest.dotProduct(rest);
    }

    /** The column of one epoch's constant, whitened: 1/sigma for its arrival times and 1/ecorr in its prior's row. */
    private static Map<Integer, Double> jitterColumn(
            Table table, Map<String, double[]> noise, int[] epoch, int priorRow) {
        Map<Integer, Double> column = new LinkedHashMap<>();
        for (int toa : epoch) {
            column.put(toa, 1 / sigma(table, noise, toa));
        }
        column.put(priorRow, 1 / noise.get(table.backends()[epoch[0]])[2]);
        return column;
    }

    /** Takes the part along a column out of all rows: what remains is the least-squares problem without it. */
    private static void eliminate(double[][] rows, double[] right, Map<Integer, Double> column, int[] epoch) {
        double square =
                column.values().stream().mapToDouble(value -> value * value).sum();
        for (int term = 0; term <= rows[0].length; term++) {
            int at = term;
            double projection = column.entrySet().stream()
                            .mapToDouble(entry -> entry.getValue() * value(rows, right, entry.getKey(), at))
                            .sum()
                    / square;
            column.forEach((row, value) -> {
                if (at < rows[0].length) {
                    rows[row][at] -= projection * value;
                } else {
                    right[row] -= projection * value;
                }
            });
        }
    }

    private static double value(double[][] rows, double[] right, int row, int term) {
        return term < rows[row].length ? rows[row][term] : right[row];
    }

    private static double sigma(Table table, Map<String, double[]> noise, int toa) {
        double[] terms = noise.get(table.backends()[toa]);
        return terms[0] * Math.hypot(table.errors()[toa], terms[1]);
    }

    /** EFAC, EQUAD and ECORR of each back end. */
    private static Map<String, double[]> noise(Table table) {
        Map<String, double[]> noise = new LinkedHashMap<>();
        for (String backend : table.backends()) {
            noise.computeIfAbsent(backend, name -> new double[] {
                find(table.noise(), name + "_efac", 1),
                Math.pow(10, find(table.noise(), name + "_log10_t2equad", -30)),
                find(table.noise(), name + "_log10_ecorr", -99) < -90
                        ? 0
                        : Math.pow(10, find(table.noise(), name + "_log10_ecorr", -99))
            });
        }
        return noise;
    }

    private static double find(JsonNode noise, String suffix, double otherwise) {
        for (Map.Entry<String, JsonNode> entry : noise.properties()) {
            if (entry.getKey().endsWith(suffix) && entry.getValue().isNumber()) {
                return entry.getValue().asDouble();
            }
        }
        return otherwise;
    }

    /** Arrival times of one back end within a second of the first. */
    private static List<int[]> epochs(Table table) {
        List<int[]> epochs = new ArrayList<>();
        for (String backend : new LinkedHashSet<>(List.of(table.backends()))) {
            List<Integer> sorted = IntStream.range(0, table.times().length)
                    .filter(i -> table.backends()[i].equals(backend))
                    .boxed()
                    .sorted((a, b) -> Double.compare(table.times()[a], table.times()[b]))
                    .toList();
            List<Integer> epoch = new ArrayList<>();
            for (int toa : sorted) {
                if (!epoch.isEmpty() && table.times()[toa] - table.times()[epoch.get(0)] >= 1) {
                    epochs.add(epoch.stream().mapToInt(Integer::intValue).toArray());
                    epoch.clear();
                }
                epoch.add(toa);
            }
            epochs.add(epoch.stream().mapToInt(Integer::intValue).toArray());
        }
        return epochs;
    }

    private static List<List<int[]>> byWeek(Table table, List<int[]> epochs) {
        Map<Long, List<int[]>> weeks = new LinkedHashMap<>();
        for (int[] epoch : epochs) {
            weeks.computeIfAbsent((long) (table.times()[epoch[0]] / WEEK_SECONDS), week -> new ArrayList<>())
                    .add(epoch);
        }
        return List.copyOf(weeks.values());
    }

    /** Design columns over their largest value, then sine and cosine of each component of the noise. */
    private static double[][] columns(Table table, RedNoise red, IntToDoubleFunction scale) {
        int fixed = table.design()[0].length;
        double[] largest = new double[fixed];
        for (double[] row : table.design()) {
            for (int k = 0; k < fixed; k++) {
                largest[k] = Math.max(largest[k], Math.abs(row[k]));
            }
        }
        double start = Arrays.stream(table.times()).min().orElseThrow();
        double[][] columns = new double[table.times().length][fixed + 2 * red.components()];
        for (int i = 0; i < columns.length; i++) {
            for (int k = 0; k < fixed; k++) {
                columns[i][k] = table.design()[i][k] / largest[k];
            }
            for (int k = 1; k <= red.components(); k++) {
                double phase = red.angularFrequency(k) * (table.times()[i] - start);
                columns[i][fixed + 2 * k - 2] = scale.applyAsDouble(i) * Math.sin(phase);
                columns[i][fixed + 2 * k - 1] = scale.applyAsDouble(i) * Math.cos(phase);
            }
        }
        return columns;
    }

    private static List<TimingTerm> terms(Table table, RedNoise red) {
        List<TimingTerm> terms = new ArrayList<>();
        for (int k = 0; k < table.design()[0].length; k++) {
            terms.add(TimingTerm.flat("M" + k, "1", 1));
        }
        for (int k = 1; k <= red.components(); k++) {
            terms.add(TimingTerm.withPrior("RED_SIN_" + k, "s", red.priorVariance(k)));
            terms.add(TimingTerm.withPrior("RED_COS_" + k, "s", red.priorVariance(k)));
        }
        return terms;
    }

    private static Table read(String name) throws IOException {
        List<String[]> lines = Files.readAllLines(reference(name + ".csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
        double[][] design;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(reference(name + ".Mmat.csv.gz"))),
                StandardCharsets.US_ASCII))) {
            design = reader.lines()
                    .skip(1)
                    .map(line -> Arrays.stream(line.split(","))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toArray(double[][]::new);
        }
        return new Table(
                numbers(lines, 0),
                numbers(lines, 3),
                numbers(lines, 2),
                numbers(lines, 4),
                lines.stream().map(words -> words[5]).toArray(String[]::new),
                design,
                new ObjectMapper()
                        .readTree(Files.readString(reference(name + ".meta.json")))
                        .get("noisedict"));
    }

    private static double[] numbers(List<String[]> lines, int column) {
        return lines.stream()
                .mapToDouble(words -> Double.parseDouble(words[column]))
                .toArray();
    }

    private static Path reference(String file) {
        return SharedReference.path("data/pulsar/residuals/" + file);
    }
}
