package org.axionwatch.physics.axion;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * The sums over one pulsar that candidates are judged by.
 *
 * @param unvetoed stack of all channels
 * @param ghostFree stack without the channels and cells of predicted ghosts
 * @param squares sum over frames of the squared ghost-free numerator of a cell, s^-2
 * @param splits ghost-free amplitudes of a cell, by back end and by half
 * @param ghosts every ghost predicted in any frame, topocentric
 */
public record CandidateEvidence(
        StackedEvidence unvetoed,
        StackedEvidence ghostFree,
        IntToDoubleFunction squares,
        IntFunction<Splits> splits,
        List<PredictedGhost> ghosts) {

    public CandidateEvidence {
        ghosts = List.copyOf(ghosts);
    }

    /**
     * What parts of the data say about one cell; parts that do not see it are left out.
     *
     * @param backends amplitude of each back end
     * @param halves amplitude of each half
     */
    public record Splits(List<AmplitudeConsistency.Part> backends, List<AmplitudeConsistency.Part> halves) {
        public Splits {
            backends = List.copyOf(backends);
            halves = List.copyOf(halves);
        }

        /** Whether the back ends agree; empty where fewer than two see the cell. */
        public Optional<AmplitudeConsistency> backendConsistency() {
            return AmplitudeConsistency.of(backends);
        }

        /** Whether the halves agree; empty where only one sees the cell. */
        public Optional<AmplitudeConsistency> halfConsistency() {
            return AmplitudeConsistency.of(halves);
        }
    }

    /** Sign-flip statistic of a ghost-free cell. */
    public SignFlipNull signFlip(CellEvidence cell) {
        double numerator = cell.amplitudeSeconds() / (cell.uncertaintySeconds() * cell.uncertaintySeconds());
        return SignFlipNull.of(numerator, squares.applyAsDouble(cell.cell()));
    }
}
