package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** The bound against flips that are really made: seeded Monte Carlo, and every flip of a few frames. */
class SignFlipNullTest {

    private static final long SEED = 20261121;
    private static final int FLIPS = 1_000_000;

    @Test
    void shouldNeverBeMoreSignificantThanFlippedFramesAndNotMuchLess() {
        System.out.println("seed " + SEED);
        Random random = new Random(SEED);
        double[] frames = random.doubles(40, 0.2, 3).toArray();
        double norm = Math.sqrt(sumOfSquares(frames));
        int[] exceeding = new int[4];
        for (int flip = 0; flip < FLIPS; flip++) {
            double sum = 0;
            for (double frame : frames) {
                sum += random.nextBoolean() ? frame : -frame;
            }
            for (int sigma = 1; sigma < exceeding.length; sigma++) {
                exceeding[sigma] += sum >= sigma * norm ? 1 : 0;
            }
        }
        for (int sigma = 1; sigma < exceeding.length; sigma++) {
            double counted = (double) exceeding[sigma] / FLIPS;
            double bound = Math.exp(new SignFlipNull(sigma).logProbability());
            assertThat(bound).isGreaterThan(counted).isLessThan(4.5 * counted);
        }
    }

    @Test
    void shouldBoundEveryTailOfEverySmallNumberOfEqualFrames() {
        for (int frames = 1; frames <= 16; frames++) {
            long combinations = 1L << frames;
            for (int positive = frames / 2 + 1; positive <= frames; positive++) {
                double statistic = (2 * positive - frames) / Math.sqrt(frames);
                double exact = (double) atLeast(positive, frames) / combinations;
                assertThat(Math.exp(new SignFlipNull(statistic).logProbability()))
                        .as("%d of %d", positive, frames)
                        .isGreaterThanOrEqualTo(exact * (1 - 1e-12));
            }
        }
    }

    @Test
    void shouldCountTheFramesThatCarryAPeak() {
        assertThat(SignFlipNull.of(7, 49).isOfSingleFrame()).isTrue();
        assertThat(SignFlipNull.of(7 + 0.5, 49 + 0.25).isOfSingleFrame()).isTrue();
        assertThat(SignFlipNull.of(21, 3 * 49).isOfSingleFrame()).isFalse();
    }

    @Test
    void shouldAgreeWithTheGaussianTailTimesTheConstantFarOut() {
        // erfc(8/sqrt 2)/2 = 6.2210e-16, times 3.1787; Hoeffding's exp(-32) = 1.27e-14 is the larger one there
        assertThat(Math.exp(new SignFlipNull(8).logProbability())).isCloseTo(6.2210e-16 * 3.1787, offset(1e-19));
    }

    @Test
    void shouldHaveNoSignificanceWhereNothingWasSummed() {
        assertThat(SignFlipNull.of(0, 0).logProbability()).isZero();
        assertThat(SignFlipNull.of(-5, 9).significance(1)).isZero();
    }

    private static long atLeast(int positive, int frames) {
        long count = 0;
        for (long flips = 0; flips < 1L << frames; flips++) {
            count += Long.bitCount(flips) >= positive ? 1 : 0;
        }
        return count;
    }

    private static double sumOfSquares(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value * value;
        }
        return sum;
    }
}
