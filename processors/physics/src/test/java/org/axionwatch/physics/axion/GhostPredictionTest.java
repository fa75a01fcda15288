package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.junit.jupiter.api.Test;

/** Expected frequencies: PULSAR.md of the reference notes, where they were seen in real data. */
class GhostPredictionTest {

    private static final double J1744_PERIOD_SECONDS = 1 / 245.4261234816102;
    private static final double J1744_PC_PER_CM3 = 3.092382;
    private static final double B1855_PERIOD_SECONDS = 1 / 186.4940812707752;
    private static final double B1855_PC_PER_CM3 = 13.299393;

    @Test
    void shouldPredictTheGhostsSeenInJ1744() {
        List<PredictedGhost> ghosts =
                GhostPrediction.DEFAULT.of("GUPPI", "Rcvr1_2", J1744_PERIOD_SECONDS, J1744_PC_PER_CM3);

        assertThat(ghosts).extracting(PredictedGhost::order).containsExactly(0, 1, 1);
        assertThat(ghosts.get(0).frequencyMHz()).isEqualTo(1500);
        assertThat(ghosts.get(1).frequencyMHz()).isCloseTo(1247, offset(0.5));
        assertThat(ghosts.get(2).frequencyMHz()).isCloseTo(1753, offset(0.5));
        assertThat(ghosts).allSatisfy(ghost -> assertThat(ghost.halfWidthMHz()).isEqualTo(12));
    }

    @Test
    void shouldPredictTheGhostSeenInB1855() {
        assertThat(GhostPrediction.DEFAULT.of("PUPPI", "L-wide", B1855_PERIOD_SECONDS, B1855_PC_PER_CM3))
                .filteredOn(ghost -> ghost.order() == 1)
                .extracting(PredictedGhost::frequencyMHz)
                .satisfies(pair -> assertThat(pair.get(1)).isCloseTo(1443.6, offset(0.05)));
    }

    @Test
    void shouldSolveTheConditionOfEveryOrderInsideTheBand() {
        List<PredictedGhost> ghosts =
                GhostPrediction.DEFAULT.of("PUPPI", "L-wide", B1855_PERIOD_SECONDS, B1855_PC_PER_CM3);

        assertThat(ghosts).hasSize(15);
        assertThat(ghosts).allSatisfy(ghost -> {
            double distance = Math.abs(ghost.frequencyMHz() - 1380);
            double turns = B1855_PC_PER_CM3
                    / 2.41e-4
                    * (Math.pow(1380 - distance, -2) - Math.pow(1380 + distance, -2))
                    / B1855_PERIOD_SECONDS;
            assertThat(distance).isLessThan(400);
            assertThat(turns).isCloseTo(ghost.order(), offset(1e-8));
        });
    }

    @Test
    void shouldPredictNothingWhereTheBackEndDoesNotInterleave() {
        assertThat(GhostPrediction.DEFAULT.of("Medusa", "UWL", B1855_PERIOD_SECONDS, B1855_PC_PER_CM3))
                .isEmpty();
        assertThat(GhostPrediction.DEFAULT.of("PUPPI", "Rcvr1_2", B1855_PERIOD_SECONDS, B1855_PC_PER_CM3))
                .isEmpty();
    }

    @Test
    void shouldLeaveOnlyTheCentreWithoutDispersion() {
        assertThat(GhostPrediction.DEFAULT.of("GUPPI", "Rcvr_800", 0.005, 0))
                .containsExactly(new PredictedGhost(InterleavedBand.NANOGRAV.get(1), 0, 820, 12));
    }

    @Test
    void shouldNarrowGhostsSoThatPulseAndImageOverlapByLessThanTheGivenTurns() {
        // J0023+0923: at 1380 MHz the image drifts by a turn every 4 K DM/(nu^3 P), a fifth of that on either side
        double period = 1 / 327.8470205906107;
        double turnsPerMHz = 4 * 14.324999 / 2.41e-4 / Math.pow(1380, 3) / period;

        PredictedGhost centre =
                GhostPrediction.DEFAULT.of("PUPPI", "L-wide", period, 14.324999).get(0);

        assertThat(centre.halfWidthMHz()).isCloseTo(0.2 / turnsPerMHz, offset(1e-6));
    }

    @Test
    void shouldDropGhostsThatAChannelAveragesOver() {
        assertThat(GhostPrediction.DEFAULT.of("GUPPI", "Rcvr1_2", 1.5e-3, 300)).isEmpty();
    }

    @Test
    void shouldVetoAtTheTopocentricFrequencyWhateverTheDoppler() {
        double doppler = 1 + 1e-4;
        GhostVeto veto = new GhostVeto(
                List.of(new PredictedGhost(InterleavedBand.NANOGRAV.get(0), 0, 1500, 12).seenWith(doppler)));
        double[] topocentric = {1487.99, 1488.01, 1511.99, 1512.01};
        double[] barycentric = new double[4];
        for (int i = 0; i < 4; i++) {
            barycentric[i] = topocentric[i] * doppler;
        }
        ResidualCurve curve =
                new ResidualCurve(barycentric, new double[] {1, 2, 3, 4}, new double[] {1, 1, 1, 1}, new int[4]);

        assertThat(veto.disturbedChannels(curve)).isEqualTo(2);
        assertThat(veto.clear(curve).orElseThrow().residualSeconds()).containsExactly(1, 4);
    }

    @Test
    void shouldClearCellsWhereAGhostLies() {
        double[] ones = {1, 1, 1, 1};
        MatchedFilterProducts cleared = new GhostVeto(
                        List.of(new PredictedGhost(InterleavedBand.NANOGRAV.get(0), 0, 1500, 2.5)))
                .clear(new MatchedFilterProducts(new ResonanceGrid(1496, 2, 4), ones, ones));

        assertThat(cleared.numerators()).containsExactly(1, 0, 0, 0);
        assertThat(cleared.denominators()).containsExactly(1, 0, 0, 0);
    }

    @Test
    void shouldRefuseImpossibleBands() {
        assertThatThrownBy(() -> new InterleavedBand("GUPPI", "Rcvr1_2", Double.NaN, 800))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new InterleavedBand("GUPPI", "Rcvr1_2", 400, 800))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new GhostPrediction(List.of(), 12, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
