package org.axionwatch.physics.axion;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.axionwatch.physics.axion.AmplitudeConsistency.Part;
import org.axionwatch.physics.axion.CandidateEvidence.Splits;
import org.axionwatch.physics.dispersion.ResidualCurve;

/** Sums frames for vetting in plain doubles: every channel, without ghosts, by back end, by alternate frames. */
final class VettedStack {

    private final MatchedFilterBank bank;
    private final Sum unvetoed;
    private final Sum ghostFree;
    private final Map<String, Sum> backends = new TreeMap<>();
    private final Map<String, Sum> halves = new TreeMap<>();
    private final List<PredictedGhost> ghosts = new ArrayList<>();
    private int frames;

    VettedStack(MatchedFilterBank bank) {
        this.bank = bank;
        this.unvetoed = new Sum(bank);
        this.ghostFree = new Sum(bank);
    }

    /** Adds one frame whose ghosts are topocentric. */
    void add(ResidualCurve curve, String backend, List<PredictedGhost> topocentric, double dopplerFactor) {
        topocentric.stream().filter(ghost -> !ghosts.contains(ghost)).forEach(ghosts::add);
        GhostVeto veto = new GhostVeto(
                topocentric.stream().map(ghost -> ghost.seenWith(dopplerFactor)).toList());
        MatchedFilterProducts clear = veto.clear(bank.filter(veto.clear(curve).orElseThrow()));
        unvetoed.add(bank.filter(curve));
        ghostFree.add(clear);
        backends.computeIfAbsent(backend, name -> new Sum(bank)).add(clear);
        halves.computeIfAbsent(frames % 2 == 0 ? "even" : "odd", name -> new Sum(bank))
                .add(clear);
        frames++;
    }

    CandidateEvidence evidence() {
        return new CandidateEvidence(
                unvetoed.evidence(),
                ghostFree.evidence(),
                cell -> ghostFree.squares[cell],
                cell -> new Splits(parts(backends, cell), parts(halves, cell)),
                ghosts);
    }

    private static List<Part> parts(Map<String, Sum> sums, int cell) {
        return sums.values().stream()
                .filter(sum -> sum.denominators[cell] > 0)
                .map(sum ->
                        new Part(sum.numerators[cell] / sum.denominators[cell], 1 / Math.sqrt(sum.denominators[cell])))
                .toList();
    }

    private static final class Sum {
        private final MatchedFilterBank bank;
        private final double[] numerators;
        private final double[] denominators;
        private final double[] squares;

        Sum(MatchedFilterBank bank) {
            this.bank = bank;
            numerators = new double[bank.grid().count()];
            denominators = new double[bank.grid().count()];
            squares = new double[bank.grid().count()];
        }

        void add(MatchedFilterProducts products) {
            for (int cell = 0; cell < numerators.length; cell++) {
                numerators[cell] += products.numerators()[cell];
                denominators[cell] += products.denominators()[cell];
                squares[cell] += products.numerators()[cell] * products.numerators()[cell];
            }
        }

        StackedEvidence evidence() {
            return StackedEvidence.of(new MatchedFilterProducts(bank.grid(), numerators, denominators));
        }
    }
}
