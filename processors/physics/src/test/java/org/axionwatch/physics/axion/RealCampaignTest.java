package org.axionwatch.physics.axion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ParFile;
import org.axionwatch.physics.dispersion.TimFile;
import org.junit.jupiter.api.Test;

/** J2214+3000 of NANOGrav's 12.5-year data: 117 frames of at least 8 TOAs, known to hold no resonance. */
class RealCampaignTest {

    @Test
    void shouldRaiseNoCandidateWhenArchiveIsClean() throws IOException {
        String archive = "data/pulsar/nanograv/J2214+3000_NANOGrav_12yv3";
        InFrameResiduals residuals = new InFrameResiduals(ParFile.read(SharedReference.path(archive + ".gls.par")));
        List<ObservedFrame> frames =
                TimFile.framesByFile(TimFile.read(SharedReference.path(archive + ".tim")), 8).stream()
                        .map(TimFile::frame)
                        .toList();
        StackedEvidence evidence = Stack.of(MatchedFilterBank.withDefaults(), frames, residuals);

        assertThat(frames).hasSize(117);
        assertThat(evidence.globalSignificance()).isLessThan(1);
        CellEvidence at1450MHz = evidence.cells().stream()
                .filter(cell -> cell.resonanceFrequencyMHz() == 1450)
                .findFirst()
                .orElseThrow();
        // PULSAR.md of the reference notes: |A| < 250 ns at 95 % there
        assertThat(Math.abs(at1450MHz.amplitudeSeconds()) + 1.96 * at1450MHz.uncertaintySeconds())
                .isLessThan(250e-9);
    }

    @Test
    void shouldLimitTheDelayAt1450MHzWhenACubicIsFittedInEachFrame() throws IOException {
        String archive = "data/pulsar/nanograv/J2214+3000_NANOGrav_12yv3";
        InFrameResiduals residuals = new InFrameResiduals(ParFile.read(SharedReference.path(archive + ".gls.par")), 3);
        List<ObservedFrame> frames =
                TimFile.framesByFile(TimFile.read(SharedReference.path(archive + ".tim")), 8).stream()
                        .map(TimFile::frame)
                        .toList();
        CellEvidence at1450MHz = Stack.of(MatchedFilterBank.withDefaults(), frames, residuals)
                .at(225)
                .orElseThrow();

        assertThat(at1450MHz.resonanceFrequencyMHz()).isEqualTo(1450);
        assertThat(Math.abs(at1450MHz.amplitudeSeconds()) + 1.96 * at1450MHz.uncertaintySeconds())
                .isBetween(250e-9 / 1.5, 250e-9 * 1.5);
        assertThat(residuals.of(frames.get(0)).terms().fitted()).contains("DELTA_DM", "DELTA_FD1", "DELTA_FD3");
    }
}
