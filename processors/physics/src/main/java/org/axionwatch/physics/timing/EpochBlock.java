package org.axionwatch.physics.timing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axionwatch.physics.dispersion.NoiseModel;
import org.axionwatch.physics.dispersion.NoiseTerm;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.dispersion.PrefitFrame.Achromatic;

/**
 * Arrival times that share one unknown constant.
 *
 * @param toas their indices in the frame
 * @param variance prior variance of the constant, s^2; infinite where it is free
 */
@SuppressWarnings("ArrayRecordComponent")
record EpochBlock(int[] toas, double variance) {

    private static final String JITTER = "ECORR";
    private static final double EPOCH_SECONDS = 1;
    private static final int SMALLEST_EPOCH = 2;

    /**
     * The blocks of a frame: each sub-integration with a free constant where the achromatic part is free, else the epochs of
     * each ECORR term. An epoch is at least two arrival times that the term selects within one second of the first of them,
     * as PINT groups them; an arrival time belongs to the first term that selects it.
     */
    static List<EpochBlock> of(ObservedFrame frame, PrefitFrame prefit, NoiseModel noise) {
        return prefit.achromatic() == Achromatic.FREE ? subIntegrations(frame) : epochs(frame, noise);
    }

    /** Reciprocal of the prior variance, zero where the constant is free. */
    double precision() {
        return 1 / variance;
    }

    private static List<EpochBlock> subIntegrations(ObservedFrame frame) {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < frame.toas().size(); i++) {
            int toa = i;
            groups.computeIfAbsent(frame.toas().get(i).subIntegration(), number -> new ArrayList<>())
                    .add(toa);
        }
        return groups.values().stream()
                .map(group -> block(group, Double.POSITIVE_INFINITY))
                .toList();
    }

    private static List<EpochBlock> epochs(ObservedFrame frame, NoiseModel noise) {
        List<EpochBlock> blocks = new ArrayList<>();
        boolean[] taken = new boolean[frame.toas().size()];
        for (NoiseTerm term : noise.terms()) {
            if (term.kind().equals(JITTER) && term.value() != 0) {
                addEpochs(frame, term, taken, blocks);
            }
        }
        return blocks;
    }

    private static void addEpochs(ObservedFrame frame, NoiseTerm term, boolean[] taken, List<EpochBlock> blocks) {
        List<Integer> selected = IntStream.range(0, taken.length)
                .filter(i -> !taken[i] && term.selection().selects(frame.toas().get(i)))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> seconds(frame, i)))
                .toList();
        List<Integer> epoch = new ArrayList<>();
        for (int toa : selected) {
            taken[toa] = true;
            if (!epoch.isEmpty() && seconds(frame, toa) - seconds(frame, epoch.get(0)) >= EPOCH_SECONDS) {
                close(epoch, term, blocks);
            }
            epoch.add(toa);
        }
        close(epoch, term, blocks);
    }

    private static void close(List<Integer> epoch, NoiseTerm term, List<EpochBlock> blocks) {
        if (epoch.size() >= SMALLEST_EPOCH) {
            blocks.add(block(epoch, term.value() * term.value()));
        }
        epoch.clear();
    }

    private static EpochBlock block(List<Integer> toas, double variance) {
        return new EpochBlock(toas.stream().mapToInt(Integer::intValue).toArray(), variance);
    }

    private static double seconds(ObservedFrame frame, int toa) {
        return frame.toas().get(toa).time().secondsSince(frame.toas().get(0).time());
    }
}
