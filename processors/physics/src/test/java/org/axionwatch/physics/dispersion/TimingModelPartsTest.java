package org.axionwatch.physics.dispersion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.List;
import org.axionwatch.physics.dispersion.Astrometry.Angles;
import org.axionwatch.physics.dispersion.Astrometry.Frame;
import org.axionwatch.physics.dispersion.Astrometry.ProperMotion;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.junit.jupiter.api.Test;

class TimingModelPartsTest {

    private static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(55000, 0);
    private static final double YEAR_SECONDS = 365.25 * 86400;

    @Test
    void shouldExpandSpinAsTaylorSeries() {
        SpinModel spin = new SpinModel(10, 1e-9, List.of(-1e-3, 6e-5), EPOCH, TimeUnits.TDB);

        double[] shifted = spin.derivativesAt(100);

        assertThat(shifted[0]).isCloseTo(10 + 1e-9 - 0.1 + 0.3, offset(1e-14));
        assertThat(shifted[1]).isCloseTo(-1e-3 + 6e-3, offset(1e-17));
        assertThat(shifted[2]).isEqualTo(6e-5);
    }

    @Test
    void shouldSumDispersionTermsThatHoldAtADate() {
        DispersionTerms terms = new DispersionTerms(
                12,
                List.of(0.1, 0.02),
                EPOCH,
                List.of(new DmxRange("0001", 3e-3, 55000, 55010), new DmxRange("0002", 5e-3, 55010, 55020)),
                List.of(1e-5, -2e-6));

        assertThat(terms.smoothPcPerCm3(2 * YEAR_SECONDS)).isCloseTo(12 + 0.2 + 0.04, offset(1e-13));
        assertThat(terms.rangeOffsetPcPerCm3(55005)).isEqualTo(3e-3);
        assertThat(terms.rangeOffsetPcPerCm3(55010)).isEqualTo(8e-3);
        assertThat(terms.rangeOffsetPcPerCm3(56000)).isZero();
        double logarithm = Math.log(1.4);
        assertThat(terms.frequencyDependentDelaySeconds(1400))
                .isCloseTo(1e-5 * logarithm - 2e-6 * logarithm * logarithm, offset(1e-20));
        assertThat(terms.namesAt(55012, 55013)).containsExactly("DM", "DM1", "DM2", "DMX_0002", "FD1", "FD2");
    }

    @Test
    void shouldMoveDirectionByProperMotion() {
        double oneMasRad = Math.toRadians(1 / 3.6e6);
        Astrometry moving =
                new Astrometry(Frame.EQUATORIAL, new Angles(0, Math.toRadians(60)), new ProperMotion(100, 0), 0, EPOCH);

        double[] later = moving.direction(10 * YEAR_SECONDS);

        assertThat(later[1]).isCloseTo(1000 * oneMasRad, offset(1e-12));
        assertThat(later[2]).isCloseTo(Math.sqrt(3) / 2, offset(1e-10));
    }

    @Test
    void shouldTurnEclipticPoleByTheObliquity() {
        Astrometry pole = new Astrometry(Frame.ECLIPTIC, new Angles(0, Math.PI / 2), ProperMotion.NONE, 0, EPOCH);

        double[] direction = pole.direction(0);

        double obliquity = Math.toRadians(84381.406 / 3600);
        assertThat(direction)
                .containsExactly(new double[] {0, -Math.sin(obliquity), Math.cos(obliquity)}, offset(1e-15));
    }

    @Test
    void shouldApplyOnlyNoiseTermsThatSelectTheArrivalTime() {
        ObservedToa toa = new ObservedToa(EPOCH, 1400, 3e-6, 0, List.of(new ToaFlag("f", "L-wide_PUPPI")));
        NoiseModel noise = new NoiseModel(List.of(
                new NoiseTerm("EFAC", "f", "L-wide_PUPPI", 1.5),
                new NoiseTerm("EFAC", "f", "430_PUPPI", 7),
                new NoiseTerm("EQUAD", "f", "L-wide_PUPPI", 4e-6),
                new NoiseTerm("EQUAD", "mjd", "50000 54000", 9e-6),
                new NoiseTerm("TNEQUAD", "mjd", "54000 56000", -5),
                new NoiseTerm("ECORR", "f", "L-wide_PUPPI", 1e-3)));

        assertThat(noise.scaledUncertaintySeconds(toa)).isCloseTo(Math.sqrt(7.5 * 7.5 + 100) * 1e-6, offset(1e-17));
    }

    @Test
    void shouldRefuseNoiseTermWithoutNumberOrDates() {
        assertThatThrownBy(() -> new NoiseTerm("EFAC", "f", "x", Double.NaN)).hasMessageContaining("EFAC");
        assertThatThrownBy(() -> new NoiseTerm("EFAC", "mjd", "53000", 1)).hasMessageContaining("53000");
    }

    /** TCB - TDB grows by 1.550519768e-8 since 1977 January 1.0 TAI: 11.25 s at J2000. */
    @Test
    void shouldRunAheadWhenModelIsInBarycentricCoordinateTime() {
        ModifiedJulianDate j2000 = new ModifiedJulianDate(51544, 0.5);

        assertThat(TimeUnits.TCB.fromTdb(j2000).secondsSince(j2000)).isCloseTo(11.2536, offset(1e-3));
        assertThat(TimeUnits.TDB.fromTdb(j2000)).isEqualTo(j2000);
    }
}
