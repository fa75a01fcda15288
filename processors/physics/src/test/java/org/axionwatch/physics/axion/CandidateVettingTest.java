package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.axionwatch.physics.axion.AmplitudeConsistency.Part;
import org.axionwatch.physics.axion.CandidateEvidence.Splits;
import org.axionwatch.physics.axion.CandidateVetting.Verdict;
import org.axionwatch.physics.axion.RejectedPeak.Rejection;
import org.junit.jupiter.api.Test;

/**
 * Stacks built cell by cell: denominators of one make the numerator of a cell its significance in sigma. With 501 cells
 * a peak of 6 sigma is worth 4.9 after trials, one of 4 only 2.1.
 */
class CandidateVettingTest {

    private static final ResonanceGrid GRID = ResonanceGrid.DEFAULT;
    private static final Splits NO_SPLITS = new Splits(List.of(), List.of());
    private static final CandidateVetting VETTING = new CandidateVetting(VettingPolicy.DEFAULT, 5);

    @Test
    void shouldKeepAPeakThatManyFramesShare() {
        double[] significance = peak(1500, 8);
        Verdict verdict = VETTING.judge(evidence(significance, framesOfEqualWeight(60, 8), NO_SPLITS));

        assertThat(verdict.rejected()).isEmpty();
        assertThat(verdict.surviving().best().orElseThrow().resonanceFrequencyMHz())
                .isEqualTo(1500);
    }

    @Test
    void shouldNeedSixFramesOfEqualWeight() {
        assertThat(reasons(VETTING.judge(evidence(peak(1500, 100), framesOfEqualWeight(5, 100), NO_SPLITS))))
                .containsExactly(RejectionReason.SIGN_FLIP_NULL);
        assertThat(VETTING.judge(evidence(peak(1500, 100), framesOfEqualWeight(6, 100), NO_SPLITS))
                        .rejected())
                .isEmpty();
    }

    @Test
    void shouldNameASingleFrame() {
        assertThat(reasons(VETTING.judge(evidence(peak(1500, 20), framesOfEqualWeight(1, 20), NO_SPLITS))))
                .containsExactly(RejectionReason.SINGLE_FRAME);
    }

    @Test
    void shouldNameEveryDisagreement() {
        List<Part> apart = List.of(new Part(0, 1e-7), new Part(1e-6, 1e-7));
        Verdict verdict = VETTING.judge(evidence(peak(1500, 8), framesOfEqualWeight(60, 8), new Splits(apart, apart)));

        assertThat(reasons(verdict))
                .containsExactly(RejectionReason.BACK_ENDS_DISAGREE, RejectionReason.HALVES_DISAGREE);
        assertThat(verdict.rejected().get(0).rejections().get(0).detail())
                .isEqualTo("chi-squared 50.0 for 1 degrees of freedom");
    }

    @Test
    void shouldFindTheWeakerSoundPeakBesideARejectedOne() {
        double[] significance = peak(1300, 30);
        significance[cell(1800)] = 7;
        double[] squares = new double[GRID.count()];
        Arrays.fill(squares, 30 * 30);
        squares[cell(1800)] = 7 * 7 / 60.0 * 1.2;
        Verdict verdict = VETTING.judge(evidence(significance, squares, NO_SPLITS));

        assertThat(verdict.rejected())
                .extracting(peak -> peak.cell().resonanceFrequencyMHz())
                .containsExactly(1300.0);
        assertThat(verdict.surviving().best().orElseThrow().resonanceFrequencyMHz())
                .isEqualTo(1800);
        // 30 sigma at 1300 MHz would leave one sigma 2 x 5 sqrt(29) = 53.9 MHz away
        assertThat(verdict.surviving().at(cell(1352))).isEmpty();
        assertThat(verdict.surviving().at(cell(1354))).isPresent();
    }

    @Test
    void shouldRecordNegativeDelaysWithoutTakingTheirCells() {
        Verdict verdict = VETTING.judge(evidence(peak(1500, -9), framesOfEqualWeight(60, 9), NO_SPLITS));

        assertThat(reasons(verdict)).containsExactly(RejectionReason.NEGATIVE_DELAY);
        assertThat(verdict.surviving().trials()).isEqualTo(501);
    }

    @Test
    void shouldLeaveWeakPeaksUntested() {
        Verdict verdict = VETTING.judge(evidence(peak(1500, 4), framesOfEqualWeight(1, 4), NO_SPLITS));

        assertThat(verdict.rejected()).isEmpty();
        assertThat(verdict.surviving().globalSignificance()).isLessThan(3);
    }

    @Test
    void shouldRefuseImpossibleThresholds() {
        assertThatThrownBy(() -> new VettingPolicy(Double.NaN, 3, 1e-3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new VettingPolicy(3, 3, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CandidateVetting(VettingPolicy.DEFAULT, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CandidateEvidence evidence(double[] significance, double[] squares, Splits splits) {
        double[] ones = IntStream.range(0, GRID.count()).mapToDouble(cell -> 1).toArray();
        StackedEvidence stack = StackedEvidence.of(new MatchedFilterProducts(GRID, significance, ones));
        return new CandidateEvidence(stack, stack, cell -> squares[cell], cell -> splits, List.of());
    }

    private static double[] peak(double frequencyMHz, double sigma) {
        double[] significance = new double[GRID.count()];
        significance[cell(frequencyMHz)] = sigma;
        return significance;
    }

    /** Squares of frames that share a sum equally: sum^2/frames. */
    private static double[] framesOfEqualWeight(int frames, double sum) {
        double[] squares = new double[GRID.count()];
        Arrays.fill(squares, sum * sum / frames);
        return squares;
    }

    private static int cell(double frequencyMHz) {
        return (int) Math.round((frequencyMHz - GRID.startMHz()) / GRID.stepMHz());
    }

    private static List<RejectionReason> reasons(Verdict verdict) {
        return verdict.rejected().stream()
                .flatMap(peak -> peak.rejections().stream())
                .map(Rejection::reason)
                .toList();
    }
}
