package org.axionwatch.physics.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axionwatch.physics.likelihood.FixedPointException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NormalEquationsTest {

    private static final int TERMS = 4;
    private final Random random = new Random(20261121);

    @Test
    void shouldReachTheSameBytesInAnyOrderEvenWhenWeightsSpanTwentyOrders() {
        List<FrameContribution> frames = frames(60);
        byte[] inOrder = sum(frames).toBytes();

        for (int seed = 0; seed < 20; seed++) {
            List<FrameContribution> shuffled = new ArrayList<>(frames);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(sum(shuffled).toBytes()).as("seed " + seed).isEqualTo(inOrder);
        }
    }

    @Test
    void shouldForgetAFrameThatWasTakenOutAndKeepOneThatReplacesIt() {
        List<FrameContribution> frames = frames(30);
        FrameContribution wrong = frame(1e-9);
        FrameContribution corrected = frame(3e-7);
        List<FrameContribution> expected = new ArrayList<>(frames);
        expected.add(0, corrected);

        NormalEquations sums = sum(frames.subList(0, 10));
        sums.add(wrong);
        frames.subList(10, 30).forEach(sums::add);
        sums.subtract(wrong);
        assertThat(sums.toBytes()).isEqualTo(sum(frames).toBytes());
        sums.add(corrected);

        assertThat(sums.toBytes()).isEqualTo(sum(expected).toBytes());
        assertThat(sums.frames()).isEqualTo(31);
        assertThat(sums.toas()).isEqualTo(31 * 5);
        assertThat(sums.freeConstants()).isEqualTo(31);
    }

    @Test
    void shouldRestoreWhatWasWritten() {
        NormalEquations sums = sum(frames(7));

        NormalEquations restored = NormalEquations.fromBytes(sums.toBytes());

        assertThat(restored.toBytes()).isEqualTo(sums.toBytes());
        assertThat(restored.products().values()).isEqualTo(sums.products().values());
        assertThat(restored.terms()).isEqualTo(TERMS);
        assertThat(restored.frames()).isEqualTo(7);
    }

    @Test
    void shouldChangeNothingWhenAProductIsNotFinite() {
        NormalEquations sums = sum(frames(3));
        byte[] before = sums.toBytes();
        double[] damaged = frame(1e-6).sums();
        damaged[damaged.length - 1] = Double.NaN;

        assertThatThrownBy(() -> sums.add(new FrameContribution(damaged, 5, 1)))
                .isInstanceOf(FixedPointException.class);
        assertThatThrownBy(() -> sums.subtract(new FrameContribution(new double[3], 5, 1)))
                .isInstanceOf(FixedPointException.class);

        assertThat(sums.toBytes()).isEqualTo(before);
    }

    /** 1e8 arrival times of 10 ns at 300 MHz, where the column of DM is 11 times that at 1 GHz. */
    @Test
    void shouldHoldTheLargestCampaignItStates() {
        NormalEquations sums = NormalEquations.empty(1);
        double frame = 1e7 * 1e16 * Math.pow(1000.0 / 300, 4);
        IntStream.range(0, 10).forEach(i -> sums.add(new FrameContribution(new double[] {frame, 1, 1}, 1, 0)));

        assertThat(sums.products().matrix()[0][0]).isEqualTo(10 * frame);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 10, 28, 40})
    void shouldRefuseBytesThatAreCut(int length) {
        byte[] cut = Arrays.copyOf(sum(frames(2)).toBytes(), length);

        assertThatThrownBy(() -> NormalEquations.fromBytes(cut))
                .isInstanceOfAny(IllegalArgumentException.class, FixedPointException.class);
    }

    @Test
    void shouldRefuseBytesOfAnotherFormatOrShape() {
        byte[] later = sum(frames(2)).toBytes();
        later[0] = 99;
        byte[] otherTerms = sum(frames(2)).toBytes();
        otherTerms[4] = TERMS + 1;

        assertThatIllegalArgumentException().isThrownBy(() -> NormalEquations.fromBytes(later));
        assertThatIllegalArgumentException().isThrownBy(() -> NormalEquations.fromBytes(otherTerms));
    }

    private static NormalEquations sum(List<FrameContribution> frames) {
        NormalEquations sums = NormalEquations.empty(TERMS);
        frames.forEach(sums::add);
        return sums;
    }

    /** Uncertainties of 0.1 ns to 1 s. */
    private List<FrameContribution> frames(int count) {
        return Stream.generate(() -> frame(Math.pow(10, -10 * random.nextDouble())))
                .limit(count)
                .toList();
    }

    private FrameContribution frame(double uncertaintySeconds) {
        double[][] rows = Stream.generate(() -> random.doubles(TERMS, -1, 1).toArray())
                .limit(5)
                .toArray(double[][]::new);
        double[] residuals = random.doubles(5, -1e-6, 1e-6).toArray();
        double[] uncertainties = new double[5];
        Arrays.fill(uncertainties, uncertaintySeconds);
        return FrameContribution.of(
                rows,
                residuals,
                uncertainties,
                List.of(
                        new EpochBlock(new int[] {0, 1}, Double.POSITIVE_INFINITY),
                        new EpochBlock(new int[] {2, 4}, 1e-12)));
    }
}
