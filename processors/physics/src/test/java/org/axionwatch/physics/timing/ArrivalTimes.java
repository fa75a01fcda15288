package org.axionwatch.physics.timing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.ToaFlag;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;

/**
 * Arrival times at the barycentre from closed forms in 40 digits: pulse N leaves at the root of F0 t + F1 t^2/2 = N, and
 * arrives K (DM + DM1 t)/nu^2 + sum FD_k ln(nu/GHz)^k later,
 * at infinite frequency at once.
 */
final class ArrivalTimes {

    static final ModifiedJulianDate EPOCH = new ModifiedJulianDate(57000, 0.3125);

    private static final MathContext DIGITS = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final BigDecimal DAY = BigDecimal.valueOf(86400);
    private static final BigDecimal K = BigDecimal.ONE.divide(new BigDecimal("2.41e-4"), DIGITS);
    private static final double YEAR_SECONDS = 365.25 * 86400;

    private final BigDecimal frequencyHz;
    private final BigDecimal derivativeHzPerSecond;
    private final double[] dispersion;
    private final double[] frequencyDependent;

    /**
     * @param frequencyHz F0
     * @param derivativeHzPerSecond F1
     * @param dispersion DM, DM1
     * @param frequencyDependent FD1, FD2, ...
     */
    ArrivalTimes(String frequencyHz, String derivativeHzPerSecond, double[] dispersion, double... frequencyDependent) {
        this.frequencyHz = new BigDecimal(frequencyHz);
        this.derivativeHzPerSecond = new BigDecimal(derivativeHzPerSecond);
        this.dispersion = dispersion;
        this.frequencyDependent = frequencyDependent;
    }

    /**
     * One pulse in several channels.
     *
     * @param secondsFromEpoch about when
     * @param lateSeconds what is added to each arrival time
     */
    ObservedFrame frame(double secondsFromEpoch, double lateSeconds, double[] frequenciesMHz, ToaFlag... flags) {
        BigDecimal pulse =
                frequencyHz.multiply(BigDecimal.valueOf(secondsFromEpoch)).setScale(0, RoundingMode.HALF_EVEN);
        BigDecimal emitted = pulse.divide(frequencyHz, DIGITS);
        for (int i = 0; i < 4; i++) {
            BigDecimal slowing =
                    derivativeHzPerSecond.multiply(emitted.pow(2, DIGITS)).divide(BigDecimal.valueOf(2), DIGITS);
            emitted = pulse.subtract(slowing).divide(frequencyHz, DIGITS);
        }
        List<ObservedToa> toas = new ArrayList<>();
        for (double frequency : frequenciesMHz) {
            BigDecimal arrival = emitted.add(delay(frequency, secondsFromEpoch)).add(new BigDecimal(lateSeconds));
            toas.add(new ObservedToa(date(arrival), frequency, 1e-6, 0, List.of(flags)));
        }
        return new ObservedFrame("@", TimeScale.TDB, toas);
    }

    private BigDecimal delay(double frequencyMHz, double secondsFromEpoch) {
        if (Double.isInfinite(frequencyMHz)) {
            return BigDecimal.ZERO;
        }
        double measure = dispersion[0] + dispersion[1] * secondsFromEpoch / YEAR_SECONDS;
        double profile = 0;
        for (int k = 1; k <= frequencyDependent.length; k++) {
            profile += frequencyDependent[k - 1] * Math.pow(Math.log(frequencyMHz / 1000), k);
        }
        return K.multiply(new BigDecimal(measure), DIGITS)
                .divide(new BigDecimal(frequencyMHz).pow(2), DIGITS)
                .add(new BigDecimal(profile));
    }

    private static ModifiedJulianDate date(BigDecimal seconds) {
        BigDecimal days = seconds.divide(DAY, DIGITS).add(new BigDecimal(EPOCH.fraction()));
        BigDecimal whole = days.setScale(0, RoundingMode.FLOOR);
        return new ModifiedJulianDate(
                EPOCH.day() + whole.intValueExact(), days.subtract(whole).doubleValue());
    }
}
