package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.dispersion.Astrometry.Angles;
import org.axionwatch.physics.dispersion.Astrometry.Frame;
import org.axionwatch.physics.dispersion.Astrometry.ProperMotion;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;
import org.junit.jupiter.api.Test;

/**
 * Twelve arrival times of J0023+0923 at Arecibo, MJD 57348, with the model and the Tempo2 residuals of NANOGrav's 11-year
 * release as nanograv/PINT distributes them: frequency [MHz], MJD (UTC), uncertainty [us], sub-integration, residual [s].
 */
class QuotedTempoFrameTest {

    private static final String[] TOAS = {
        "1749.531006, 57348.002517199593561, 1.740, 0, -3.424771e-06",
        "1300.274048, 57348.002517205101934, 1.153, 0, -2.383498e-06",
        "1499.469971, 57348.002517210139909, 2.803, 0, -2.876637e-06",
        "1187.031006, 57348.002517215819918, 0.537, 0, -5.301873e-07",
        "1274.077026, 57348.002517222067870, 1.607, 0, 3.509144e-06",
        "1649.531006, 57348.002517227758988, 3.267, 0, 6.325386e-06",
        "1749.531006, 57348.013868523480143, 2.029, 4, 7.425307e-07",
        "1512.031006, 57348.013868528983545, 1.998, 4, 2.756951e-06",
        "1499.509033, 57348.013868533956645, 2.044, 4, -3.306606e-06",
        "1187.026001, 57348.013868539663618, 0.591, 4, -2.207873e-07",
        "1223.489014, 57348.013868546316276, 0.921, 4, 1.546741e-07",
        "1649.576050, 57348.013868551582606, 4.432, 4, 6.248047e-06"
    };

    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(56567, 0);

    private static final TimingModel MODEL = new TimingModel(
            new SpinModel(327.8470205906107253, 0, List.of(-1.227831229935e-15), EPOCH, TimeUnits.TDB),
            new Astrometry(
                    Frame.ECLIPTIC,
                    new Angles(Math.toRadians(9.0703938007889), Math.toRadians(6.3091085284779)),
                    new ProperMotion(-13.9044, -0.3309),
                    0.9301,
                    EPOCH),
            new DispersionTerms(14.324999, List.of(), EPOCH, List.of(), List.of(4.27081538e-05)),
            new BinaryOrbit(
                    "ELL1",
                    Map.of(
                            "A1", 0.034841418,
                            "TASC", 56567.026093624,
                            "EPS1", 0.0000071553,
                            "EPS2", -0.0000040185,
                            "FB0", 8.338721549212e-05,
                            "FB1", -1.866324853041e-20)),
            NoiseModel.NONE);

    @Test
    void shouldMatchQuotedTempo2ResidualsWithinTwoNanoseconds() {
        FrameResidual residual = new InFrameResiduals(MODEL).of(frame());

        double[] expected = residual.curve().projection().project(tempo2Residuals());
        double[] actual = residual.curve().residualSeconds();
        for (int i = 0; i < actual.length; i++) {
            assertThat(actual[i]).as(TOAS[i]).isCloseTo(expected[i], offset(2e-9));
        }
        assertThat(residual.goodness().degreesOfFreedom()).isEqualTo(9);
        assertThat(residual.terms().removed()).containsExactly("DM", "FD1", "BINARY ELL1");
        assertThat(residual.terms().fitted()).containsExactly("OFFSET_0", "OFFSET_4", "DELTA_DM");
    }

    /** Doppler at Arecibo from the orbital motion of the Earth: 29.8 km/s and so 1e-4 at most. */
    @Test
    void shouldShiftFrequencyByTheMotionOfTheEarth() {
        double[] barycentric = new InFrameResiduals(MODEL).of(frame()).curve().barycentricFrequencyMHz();

        assertThat(Math.abs(barycentric[0] / 1749.531006 - 1)).isBetween(1e-6, 1.01e-4);
        assertThat(barycentric[6] / barycentric[0]).isCloseTo(1, offset(1e-6));
    }

    private static ObservedFrame frame() {
        List<ObservedToa> toas = new ArrayList<>();
        for (String line : TOAS) {
            String[] columns = line.split(", ");
            toas.add(new ObservedToa(
                    new ModifiedJulianDate(57348, Double.parseDouble("0." + columns[1].substring(6))),
                    Double.parseDouble(columns[0]),
                    Double.parseDouble(columns[2]) * 1e-6,
                    Integer.parseInt(columns[3]),
                    List.of()));
        }
        return new ObservedFrame("ao", TimeScale.UTC, toas);
    }

    private static double[] tempo2Residuals() {
        double[] residuals = new double[TOAS.length];
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = Double.parseDouble(TOAS[i].split(", ")[4]);
        }
        return residuals;
    }
}
