package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ParFile;
import org.axionwatch.physics.dispersion.TimFile;
import org.junit.jupiter.api.Test;

/** 60 epochs of 64 channels made by PINT; bump carries a 2 us Lorentzian of 5 MHz half width at 1523.44 MHz. */
class SimulatedCampaignTest {

    private static final int CHANNELS = 64;

    @Test
    void shouldRecoverInjectedResonanceWhenSixtyFramesAreStacked() throws IOException {
        StackedEvidence evidence = stack("pulsar/simulated/fake1933_bump.tim");
        ResonanceEstimate estimate = evidence.estimate().orElseThrow();

        assertThat(evidence.best().orElseThrow().resonanceFrequencyMHz()).isCloseTo(1523.44, offset(5.0));
        assertThat(estimate.resonanceFrequencyMHz()).isCloseTo(1523.44, offset(5.0));
        assertThat(estimate.amplitudeSeconds()).isCloseTo(2e-6, offset(3 * estimate.amplitudeUncertaintySeconds()));
        assertThat(estimate.amplitudeUncertaintySeconds()).isLessThan(0.5e-6);
        assertThat(evidence.globalSignificance()).isGreaterThan(5);
    }

    @Test
    void shouldFindNothingWhenNoResonanceIsInjected() throws IOException {
        StackedEvidence evidence = stack("pulsar/simulated/fake1933_null.tim");

        assertThat(evidence.globalSignificance()).isLessThan(2);
        assertThat(evidence.logMarginalLikelihoodRatio(AmplitudePrior.MICROSECOND))
                .isLessThan(1);
    }

    @Test
    void shouldKeepTheInjectedResonanceThroughEveryNull() throws IOException {
        CandidateEvidence evidence = vetted("pulsar/simulated/fake1933_bump.tim");
        CandidateVetting.Verdict verdict = new CandidateVetting(VettingPolicy.DEFAULT, 5).judge(evidence);
        CellEvidence best = verdict.surviving().best().orElseThrow();

        assertThat(best.resonanceFrequencyMHz()).isCloseTo(1522, offset(2.0));
        assertThat(best.localSignificance()).isCloseTo(15.5, offset(1.0));
        assertThat(verdict.rejected())
                .filteredOn(peak -> peak.cell().amplitudeSeconds() > 0)
                .isEmpty();
        assertThat(evidence.signFlip(best).significance(evidence.ghostFree().trials()))
                .isGreaterThan(5);
    }

    private static CandidateEvidence vetted(String tim) throws IOException {
        InFrameResiduals residuals =
                new InFrameResiduals(ParFile.read(SharedReference.path("data/pulsar/simulated/fake1933.par")));
        VettedStack stack = new VettedStack(MatchedFilterBank.withDefaults());
        for (ObservedFrame frame : frames(tim)) {
            stack.add(residuals.of(frame).curve(), "", List.of(), 1);
        }
        return stack.evidence();
    }

    private static StackedEvidence stack(String tim) throws IOException {
        InFrameResiduals residuals =
                new InFrameResiduals(ParFile.read(SharedReference.path("data/pulsar/simulated/fake1933.par")));
        return Stack.of(MatchedFilterBank.withDefaults(), frames(tim), residuals);
    }

    private static List<ObservedFrame> frames(String tim) throws IOException {
        List<TimFile.Line> lines = TimFile.read(SharedReference.path("data/" + tim));
        List<ObservedFrame> frames = new ArrayList<>();
        for (int first = 0; first < lines.size(); first += CHANNELS) {
            frames.add(TimFile.frame(lines.subList(first, first + CHANNELS)));
        }
        return frames;
    }
}
