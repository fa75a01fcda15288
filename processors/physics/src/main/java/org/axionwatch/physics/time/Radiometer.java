package org.axionwatch.physics.time;

/**
 * Sensitivity of a radiometer observation.
 *
 * @param systemEquivalentFluxJy system-equivalent flux density, Jy
 * @param integrationSeconds integration time, s
 * @param bandwidthHz bandwidth, Hz
 * @param polarisations number of summed polarisations
 */
public record Radiometer(
        double systemEquivalentFluxJy, double integrationSeconds, double bandwidthHz, int polarisations) {

    public Radiometer {
        requirePositive(systemEquivalentFluxJy, "system-equivalent flux density");
        requirePositive(integrationSeconds, "integration time");
        requirePositive(bandwidthHz, "bandwidth");
        requirePositive(polarisations, "number of polarisations");
    }

    /**
     * A pulse profile.
     *
     * @param periodSeconds pulse period, s
     * @param dutyCycle pulse width over period, in (0, 1)
     * @param meanFluxJy period-averaged flux density, Jy
     */
    public record Pulse(double periodSeconds, double dutyCycle, double meanFluxJy) {
        public Pulse {
            requirePositive(periodSeconds, "pulse period");
            requirePositive(meanFluxJy, "mean flux density");
            if (!(dutyCycle > 0 && dutyCycle < 1)) {
                throw new IllegalArgumentException("duty cycle must be in (0, 1), not " + dutyCycle);
            }
        }
    }

    /** Arrival-time uncertainty S_sys/sqrt(t dnu) P delta^1.5/S_mean, arXiv:2505.16562 eq. 12 with coefficient one, s. */
    public double scalingUncertaintySeconds(Pulse pulse) {
        return systemEquivalentFluxJy
                / Math.sqrt(integrationSeconds * bandwidthHz)
                * pulse.periodSeconds()
                * Math.pow(pulse.dutyCycle(), 1.5)
                / pulse.meanFluxJy();
    }

    /**
     * Arrival-time uncertainty W/[sqrt(n t dnu) (S_mean/S_sys) sqrt((P - W)/W)] of a pulse of width W (Lorimer and Kramer
     * 2004, section 8.1), s.
     */
    public double lorimerKramerUncertaintySeconds(Pulse pulse) {
        double widthSeconds = pulse.dutyCycle() * pulse.periodSeconds();
        double signalToNoise = Math.sqrt(polarisations * integrationSeconds * bandwidthHz)
                * (pulse.meanFluxJy() / systemEquivalentFluxJy)
                * Math.sqrt((pulse.periodSeconds() - widthSeconds) / widthSeconds);
        return widthSeconds / signalToNoise;
    }

    /**
     * Signal-to-noise ratio C (T_A/T_S) sqrt(t dnu), arXiv:2505.16562 eq. 13.
     *
     * @param temperatureRatio antenna over system temperature
     * @param integrationSeconds integration time, s
     * @param bandwidthHz bandwidth, Hz
     * @param efficiency the constant C
     */
    public static double signalToNoise(
            double temperatureRatio, double integrationSeconds, double bandwidthHz, double efficiency) {
        requirePositive(integrationSeconds, "integration time");
        requirePositive(bandwidthHz, "bandwidth");
        return efficiency * temperatureRatio * Math.sqrt(integrationSeconds * bandwidthHz);
    }

    private static void requirePositive(double value, String what) {
        if (!(value > 0) || Double.isInfinite(value)) {
            throw new IllegalArgumentException(what + " must be positive and finite, not " + value);
        }
    }
}
