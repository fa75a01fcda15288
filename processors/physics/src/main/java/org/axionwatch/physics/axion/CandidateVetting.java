package org.axionwatch.physics.axion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.DoublePredicate;
import org.axionwatch.physics.axion.RejectedPeak.Rejection;

/**
 * Judges the peaks of a stack: predicted ghosts, the sign-flip null, agreement of back ends and of halves.
 *
 * <p>A rejected peak takes its surroundings with it: the cells where its own line, seen through templates of the same half
 * width h, would leave more than one sigma, {@code |nu - nu0| < 2h sqrt(|z| - 1)}. What remains is searched again, so that a
 * rejected peak never hides a weaker sound one.
 */
public final class CandidateVetting {

    private final VettingPolicy policy;
    private final double halfWidthMHz;

    /**
     * @param policy thresholds
     * @param halfWidthMHz half width of the line searched, MHz
     */
    public CandidateVetting(VettingPolicy policy, double halfWidthMHz) {
        Axion.requirePositive(halfWidthMHz, "half width");
        this.policy = policy;
        this.halfWidthMHz = halfWidthMHz;
    }

    /**
     * @param surviving the ghost-free stack without rejected peaks; its best cell is the candidate, if it is significant
     * @param rejected peaks that are no candidates, strongest first
     */
    public record Verdict(StackedEvidence surviving, List<RejectedPeak> rejected) {
        public Verdict {
            rejected = List.copyOf(rejected);
        }
    }

    /** Judges every peak whose global significance reaches the policy's candidate significance. */
    public Verdict judge(CandidateEvidence evidence) {
        List<RejectedPeak> rejected = new ArrayList<>(ghosts(evidence));
        rejected.addAll(negatives(evidence.ghostFree()));
        StackedEvidence surviving = evidence.ghostFree();
        Optional<CellEvidence> peak = strongest(surviving, 1);
        while (peak.isPresent()) {
            CellEvidence cell = peak.get();
            List<Rejection> rejections = rejections(cell, evidence);
            if (rejections.isEmpty()) {
                break;
            }
            rejected.add(new RejectedPeak(cell, global(surviving, cell), rejections));
            surviving = surviving.without(surroundings(cell));
            peak = strongest(surviving, 1);
        }
        rejected.sort(Comparator.comparingDouble(
                (RejectedPeak each) -> -Math.abs(each.cell().localSignificance())));
        return new Verdict(surviving, rejected);
    }

    private List<RejectedPeak> ghosts(CandidateEvidence evidence) {
        List<RejectedPeak> peaks = new ArrayList<>();
        for (int sign : new int[] {1, -1}) {
            for (CellEvidence cell : peaks(evidence.unvetoed(), sign)) {
                if (isGoneWithoutGhosts(cell, sign, evidence)) {
                    List<Rejection> rejections = new ArrayList<>(List.of(ghostRejection(cell, evidence.ghosts())));
                    if (sign < 0) {
                        rejections.add(negativeDelay(cell));
                    }
                    peaks.add(new RejectedPeak(cell, global(evidence.unvetoed(), cell), rejections));
                }
            }
        }
        return peaks;
    }

    private boolean isGoneWithoutGhosts(CellEvidence cell, int sign, CandidateEvidence evidence) {
        return evidence.ghostFree()
                .at(cell.cell())
                .filter(left -> isSignificant(evidence.ghostFree(), left, sign))
                .isEmpty();
    }

    private static Rejection ghostRejection(CellEvidence cell, List<PredictedGhost> ghosts) {
        String detail = ghosts.stream()
                .min(Comparator.comparingDouble(ghost -> Math.abs(ghost.frequencyMHz() - cell.resonanceFrequencyMHz())))
                .map(ghost -> String.format(
                        Locale.ROOT,
                        "%s %s mirrored about %.1f MHz, k = %d: ghost at %.1f MHz",
                        ghost.band().backend(),
                        ghost.band().receiver(),
                        ghost.band().centreMHz(),
                        ghost.order(),
                        ghost.frequencyMHz()))
                .orElse("not seen in the channels kept");
        return new Rejection(RejectionReason.PREDICTED_GHOST, detail);
    }

    private List<RejectedPeak> negatives(StackedEvidence ghostFree) {
        return peaks(ghostFree, -1).stream()
                .map(cell -> new RejectedPeak(cell, global(ghostFree, cell), List.of(negativeDelay(cell))))
                .toList();
    }

    private static Rejection negativeDelay(CellEvidence cell) {
        return new Rejection(
                RejectionReason.NEGATIVE_DELAY, String.format(Locale.ROOT, "%.3g s", cell.amplitudeSeconds()));
    }

    private List<Rejection> rejections(CellEvidence cell, CandidateEvidence evidence) {
        List<Rejection> rejections = new ArrayList<>();
        SignFlipNull flips = evidence.signFlip(cell);
        double significance = flips.significance(1);
        if (!(significance >= policy.signFlipSigma())) {
            RejectionReason reason =
                    flips.isOfSingleFrame() ? RejectionReason.SINGLE_FRAME : RejectionReason.SIGN_FLIP_NULL;
            rejections.add(new Rejection(
                    reason,
                    String.format(
                            Locale.ROOT,
                            "statistic %.2f, %.2f sigma against flipped frames",
                            flips.statistic(),
                            significance)));
        }
        CandidateEvidence.Splits splits = evidence.splits().apply(cell.cell());
        disagreement(RejectionReason.BACK_ENDS_DISAGREE, splits.backendConsistency())
                .ifPresent(rejections::add);
        disagreement(RejectionReason.HALVES_DISAGREE, splits.halfConsistency()).ifPresent(rejections::add);
        return rejections;
    }

    private Optional<Rejection> disagreement(RejectionReason reason, Optional<AmplitudeConsistency> consistency) {
        return consistency
                .filter(each -> each.probability() < policy.consistencyProbability())
                .map(each -> new Rejection(
                        reason,
                        String.format(
                                Locale.ROOT,
                                "chi-squared %.1f for %d degrees of freedom",
                                each.chiSquared(),
                                each.degreesOfFreedom())));
    }

    private List<CellEvidence> peaks(StackedEvidence evidence, int sign) {
        List<CellEvidence> peaks = new ArrayList<>();
        StackedEvidence rest = evidence;
        Optional<CellEvidence> peak = strongest(rest, sign);
        while (peak.isPresent()) {
            peaks.add(peak.get());
            rest = rest.without(surroundings(peak.get()));
            peak = strongest(rest, sign);
        }
        return peaks;
    }

    private Optional<CellEvidence> strongest(StackedEvidence evidence, int sign) {
        return evidence.cells().stream()
                .max(Comparator.comparingDouble(cell -> sign * cell.localSignificance()))
                .filter(cell -> isSignificant(evidence, cell, sign));
    }

    private boolean isSignificant(StackedEvidence evidence, CellEvidence cell, int sign) {
        return sign * cell.localSignificance() > 0 && global(evidence, cell) >= policy.candidateSigma();
    }

    private static double global(StackedEvidence evidence, CellEvidence cell) {
        return evidence.globalSignificance(Math.abs(cell.localSignificance()));
    }

    private DoublePredicate surroundings(CellEvidence cell) {
        double reach = 2 * halfWidthMHz * Math.sqrt(Math.max(0, Math.abs(cell.localSignificance()) - 1));
        return frequency -> Math.abs(frequency - cell.resonanceFrequencyMHz()) <= reach;
    }
}
