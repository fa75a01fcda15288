package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.axionwatch.physics.dispersion.NoiseModel;
import org.axionwatch.physics.dispersion.NoiseTerm;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.PrefitFrame.Achromatic;
import org.axionwatch.physics.dispersion.ToaFlag;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.junit.jupiter.api.Test;

class EpochBlockTest {

    private static final NoiseModel JITTER = new NoiseModel(List.of(
            new NoiseTerm("EFAC", "be", "A", 1.1),
            new NoiseTerm("ECORR", "be", "A", 2e-6),
            new NoiseTerm("ECORR", "be", "B", 0),
            new NoiseTerm("ECORR", "", "", 3e-6)));

    /** PINT's quantisation: a bucket begins at its first time and takes what follows within less than a second. */
    @Test
    void shouldGroupArrivalTimesOfOneBackEndFromTheFirstOfThem() {
        ObservedFrame frame = frame(new double[] {0.9, 0, 0.1, 0.4, 1.2, 5, 5.2}, "AABAAAC");

        List<EpochBlock> blocks = EpochBlock.of(frame, prefit(frame, Achromatic.ABSOLUTE), JITTER);

        // The C at 5.2 s and the B at 0.1 s fall to the last term, which selects everything: no two within a second.
        assertThat(blocks).hasSize(1);
        assertThat(blocks.get(0).toas()).containsExactly(1, 3, 0);
        assertThat(blocks.get(0).variance()).isCloseTo(4e-12, offset(1e-24));
    }

    @Test
    void shouldLeaveTheConstantOfEachSubIntegrationFreeWhenTheFrameIsTopocentric() {
        ObservedFrame frame = frame(new double[] {0, 0.1, 10, 10.1, 20}, "AABBC");

        List<EpochBlock> blocks = EpochBlock.of(frame, prefit(frame, Achromatic.FREE), JITTER);

        assertThat(blocks).extracting(EpochBlock::precision).containsExactly(0.0, 0.0, 0.0);
        assertThat(blocks.stream().map(block -> Arrays.toString(block.toas())))
                .containsExactly("[0, 1]", "[2, 3]", "[4]");
    }

    @Test
    void shouldWeighWithTheInverseOfTheWholeCovariance() {
        double[] jitterVariances = {9e-12, 1e-13};
        double[][] found = products(jitterVariances[0], jitterVariances[1]);

        assertSameProducts(found, dense(jitterVariances), 1e-12);
    }

    /** A jitter of a millisecond against uncertainties of microseconds is free to 1e-5. */
    @Test
    void shouldReachTheLimitOfEndlessJitterWhenTheConstantIsFree() {
        double[][] found = products(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        assertSameProducts(found, dense(new double[] {1e-6, 1e-6}), 1e-5);
    }

    @Test
    void shouldCountFreeConstantsOnly() {
        assertThat(contribution(1e-12, Double.POSITIVE_INFINITY).freeConstants())
                .isEqualTo(1);
        assertThat(contribution(1e-12, 1e-12).freeConstants()).isZero();
    }

    private static final int TOAS = 7;
    private static final int TERMS = 3;
    private static final int[][] EPOCHS = {{0, 2, 3}, {1, 4, 5, 6}};

    private static double[][] products(double first, double second) {
        NormalEquations sums = NormalEquations.empty(TERMS);
        sums.add(contribution(first, second));
        double[][] matrix = sums.products().matrix();
        double[][] all = new double[TERMS + 1][TERMS + 1];
        for (int j = 0; j < TERMS; j++) {
            System.arraycopy(matrix[j], 0, all[j], 0, TERMS);
            all[j][TERMS] = sums.products().rightHandSide(j);
            all[TERMS][j] = all[j][TERMS];
        }
        all[TERMS][TERMS] = sums.products().sumOfSquares();
        return all;
    }

    private static FrameContribution contribution(double first, double second) {
        double[][] data = data();
        double[][] rows =
                Arrays.stream(data).map(row -> Arrays.copyOf(row, TERMS)).toArray(double[][]::new);
        return FrameContribution.of(
                rows,
                Arrays.stream(data).mapToDouble(row -> row[TERMS]).toArray(),
                uncertainties(),
                List.of(new EpochBlock(EPOCHS[0], first), new EpochBlock(EPOCHS[1], second)));
    }

    /** (M r)' N^-1 (M r) with N written out and inverted. */
    private static double[][] dense(double[] jitterVariances) {
        RealMatrix covariance = MatrixUtils.createRealDiagonalMatrix(
                Arrays.stream(uncertainties()).map(u -> u * u).toArray());
        for (int epoch = 0; epoch < EPOCHS.length; epoch++) {
            for (int i : EPOCHS[epoch]) {
                for (int j : EPOCHS[epoch]) {
                    covariance.addToEntry(i, j, jitterVariances[epoch]);
                }
            }
        }
        RealMatrix data = new Array2DRowRealMatrix(data());
        RealMatrix inverse = new LUDecomposition(covariance.scalarMultiply(1e12), 0)
                .getSolver()
                .getInverse();
        return data.transpose()
                .multiply(inverse.scalarMultiply(1e12))
                .multiply(data)
                .getData();
    }

    private static void assertSameProducts(double[][] found, double[][] expected, double relative) {
        for (int j = 0; j <= TERMS; j++) {
            for (int k = 0; k <= TERMS; k++) {
                double size = Math.sqrt(expected[j][j] * expected[k][k]);
                assertThat(found[j][k]).isCloseTo(expected[j][k], offset(relative * size));
            }
        }
    }

    /** Columns of order one and a residual of order microseconds. */
    private static double[][] data() {
        Random random = new Random(11);
        return IntStream.range(0, TOAS)
                .mapToObj(i -> IntStream.rangeClosed(0, TERMS)
                        .mapToDouble(k -> random.nextGaussian() * (k == TERMS ? 1e-6 : 1))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static double[] uncertainties() {
        return IntStream.range(0, TOAS).mapToDouble(i -> (1 + 0.3 * i) * 1e-6).toArray();
    }

    private static ObservedFrame frame(double[] seconds, String backEnds) {
        return new ObservedFrame(
                "@",
                TimeScale.TDB,
                IntStream.range(0, seconds.length)
                        .mapToObj(i -> new ObservedToa(
                                new ModifiedJulianDate(58000, 0.25).plusSeconds(seconds[i]),
                                1000 + i,
                                1e-6,
                                (int) (seconds[i] / 10),
                                List.of(new ToaFlag("be", backEnds.substring(i, i + 1)))))
                        .toList());
    }

    private static PrefitFrame prefit(ObservedFrame frame, Achromatic achromatic) {
        double[] zeros = new double[frame.toas().size()];
        return new PrefitFrame(achromatic, zeros, zeros, zeros, zeros, zeros);
    }
}
