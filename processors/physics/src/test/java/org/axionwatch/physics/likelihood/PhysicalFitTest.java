package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PhysicalFitTest {

    @Test
    void shouldClipBestFitAndMeasureFromZeroWhenDeficit() {
        PoissonBin bin = new PoissonBin(new double[] {0, 90}, new double[] {1, 0}, new double[] {1, 3}, 1);
        ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
        PhysicalFit fit = PhysicalFit.of(likelihood, PhysicalFit.DEFAULT_THRESHOLD);
        assertThat(fit.bestAmplitude()).isZero();
        double rise = 2 * (likelihood.logLikelihood(0) - likelihood.logLikelihood(fit.upperLimit()));
        assertThat(rise).isCloseTo(2.7, Offset.offset(1e-9));
    }

    @Test
    void shouldAgreeWithSignedFitWhenSignalIsPositive() {
        PoissonBin bin = new PoissonBin(new double[] {30, 45}, new double[] {1, 0}, new double[] {1, 3}, 1);
        ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
        PhysicalFit fit = PhysicalFit.of(likelihood, 2.7);
        assertThat(fit.bestAmplitude()).isCloseTo(15, Offset.offset(1e-9));
        assertThat(likelihood.testStatistic(fit.upperLimit())).isCloseTo(2.7, Offset.offset(1e-9));
    }

    @Test
    void shouldDropOnlyTheFactorialsWhenAsked() {
        PoissonBin bin = new PoissonBin(new double[] {4, 3}, new double[] {1, 0}, new double[] {1, 3}, 1);
        ProfileLikelihood likelihood = new ProfileLikelihood(List.of(bin));
        assertThat(likelihood.logLikelihoodWithoutFactorials(1) - likelihood.logLikelihood(1))
                .isCloseTo(Math.log(24 * 6), Offset.offset(1e-12));
    }
}
