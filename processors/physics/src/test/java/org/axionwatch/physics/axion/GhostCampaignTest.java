package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.List;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.axion.CandidateVetting.Verdict;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ParFile;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.dispersion.TimFile;
import org.junit.jupiter.api.Test;

/** Real archives with instrument ghosts; what is seen where is from PULSAR.md of the reference notes. */
class GhostCampaignTest {

    private static final int CELLS = 500;
    private static final CandidateVetting VETTING = new CandidateVetting(VettingPolicy.DEFAULT, 5);

    @Test
    void shouldReproduceTheArtefactsOfJ1744WhenResidualsAreStackedInCells() throws IOException {
        List<List<TimFile.Line>> frames = frames("J1744-1134_NANOGrav_11yv0");
        double[] significance = cellStack(frames, residuals("J1744-1134_NANOGrav_11yv0"));

        assertThat(frames).hasSize(222);
        assertThat(significance[cellOf(1493)]).isCloseTo(-20, offset(0.5));
        assertThat(significance[cellOf(1505)]).isCloseTo(16, offset(0.75));
        assertThat(significance[cellOf(1243)]).isCloseTo(-11, offset(0.5));
        assertThat(significance[cellOf(1755)]).isCloseTo(7, offset(0.5));
    }

    @Test
    void shouldRaiseNothingInJ1744AndSayWhy() throws IOException {
        CandidateEvidence evidence = vetted("J1744-1134_NANOGrav_11yv0", 1 / 245.4261234816102, 3.092382);
        Verdict verdict = VETTING.judge(evidence);

        assertThat(evidence.unvetoed().globalSignificance()).isGreaterThan(5);
        assertThat(verdict.surviving().globalSignificance()).isLessThan(3);
        assertThat(verdict.rejected()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(verdict.rejected()).allSatisfy(peak -> assertThat(peak.rejections())
                .extracting(RejectedPeak.Rejection::reason)
                .contains(RejectionReason.PREDICTED_GHOST));
        assertThat(verdict.rejected()).allSatisfy(peak -> assertThat(List.of(1247.1, 1500.0, 1752.9).stream()
                        .mapToDouble(ghost -> Math.abs(ghost - peak.cell().resonanceFrequencyMHz()))
                        .min()
                        .orElseThrow())
                .isLessThan(15));
    }

    @Test
    void shouldRaiseNothingInB1855() throws IOException {
        CandidateEvidence evidence = vetted("B1855+09_NANOGrav_9yv1", 1 / 186.4940812707752, 13.299393);

        assertThat(VETTING.judge(evidence).surviving().globalSignificance()).isLessThan(3);
    }

    private static CandidateEvidence vetted(String archive, double periodSeconds, double dispersionMeasure)
            throws IOException {
        InFrameResiduals residuals = residuals(archive);
        VettedStack stack = new VettedStack(MatchedFilterBank.withDefaults());
        for (List<TimFile.Line> frame : frames(archive)) {
            ResidualCurve curve = residuals.of(TimFile.frame(frame)).curve();
            TimFile.Line first = frame.get(0);
            stack.add(
                    curve,
                    first.flag("be"),
                    GhostPrediction.DEFAULT.of(first.flag("be"), first.flag("fe"), periodSeconds, dispersionMeasure),
                    curve.barycentricFrequencyMHz()[0] / first.frequencyMHz());
        }
        return stack.evidence();
    }

    /** Plain stack of projected residuals in 2 MHz barycentric cells from 1 GHz, weights from the archive's raw errors. */
    private static double[] cellStack(List<List<TimFile.Line>> frames, InFrameResiduals residuals) {
        double[] weighted = new double[CELLS];
        double[] weights = new double[CELLS];
        for (List<TimFile.Line> frame : frames) {
            ResidualCurve curve = residuals.of(TimFile.frame(frame)).curve();
            for (int i = 0; i < curve.size(); i++) {
                double frequency = curve.barycentricFrequencyMHz()[i];
                if (frequency >= 1000 && frequency < 2000) {
                    double weight = Math.pow(frame.get(i).uncertaintySeconds(), -2);
                    weights[cellOf(frequency)] += weight;
                    weighted[cellOf(frequency)] += weight * curve.residualSeconds()[i];
                }
            }
        }
        double[] significance = new double[CELLS];
        for (int cell = 0; cell < CELLS; cell++) {
            significance[cell] = weights[cell] > 0 ? weighted[cell] / Math.sqrt(weights[cell]) : 0;
        }
        return significance;
    }

    private static int cellOf(double frequencyMHz) {
        return (int) ((frequencyMHz - 1000) / 2);
    }

    private static List<List<TimFile.Line>> frames(String archive) throws IOException {
        return TimFile.framesByFile(TimFile.read(SharedReference.path("data/pulsar/nanograv/" + archive + ".tim")), 8);
    }

    private static InFrameResiduals residuals(String archive) throws IOException {
        return new InFrameResiduals(ParFile.read(SharedReference.path("data/pulsar/nanograv/" + archive + ".gls.par")));
    }
}
