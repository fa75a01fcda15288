package org.axionwatch.physics.dispersion;

import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * The chromatic terms of a timing model.
 *
 * @param dispersionMeasurePcPerCm3 DM at its epoch, pc cm^-3
 * @param derivatives DM1, DM2, ... of the Taylor series, pc cm^-3 yr^-k
 * @param epoch DMEPOCH, in the units of the model
 * @param ranges DMX ranges; an arrival time takes the offsets of all ranges that contain it
 * @param frequencyDependentDelaysSeconds FD1, FD2, ...: coefficients of powers of ln(nu/1 GHz), s (Arzoumanian et al.
 *     2015, ApJ 813 65, eq. 2)
 */
public record DispersionTerms(
        double dispersionMeasurePcPerCm3,
        List<Double> derivatives,
        ModifiedJulianDate epoch,
        List<DmxRange> ranges,
        List<Double> frequencyDependentDelaysSeconds) {

    private static final double REFERENCE_MHZ = 1000;

    public DispersionTerms {
        if (!Double.isFinite(dispersionMeasurePcPerCm3)) {
            throw new IllegalArgumentException("dispersion measure must be finite, not " + dispersionMeasurePcPerCm3);
        }
        derivatives = List.copyOf(derivatives);
        ranges = List.copyOf(ranges);
        frequencyDependentDelaysSeconds = List.copyOf(frequencyDependentDelaysSeconds);
    }

    /** No dispersion at all. */
    public static DispersionTerms none(ModifiedJulianDate epoch) {
        return new DispersionTerms(0, List.of(), epoch, List.of(), List.of());
    }

    /** Slowly varying dispersion measure, DMX left out, pc cm^-3. */
    double smoothPcPerCm3(double secondsFromEpoch) {
        double years = secondsFromEpoch / (PhysicalConstants.SECONDS_PER_DAY * PhysicalConstants.DAYS_PER_JULIAN_YEAR);
        double change = 0;
        for (int k = derivatives.size(); k > 0; k--) {
            change = (change + derivatives.get(k - 1)) * years / k;
        }
        return dispersionMeasurePcPerCm3 + change;
    }

    /** Sum of the DMX offsets at a date, pc cm^-3. */
    double rangeOffsetPcPerCm3(double mjdUtc) {
        double offset = 0;
        for (DmxRange range : ranges) {
            if (range.contains(mjdUtc)) {
                offset += range.offsetPcPerCm3();
            }
        }
        return offset;
    }

    /** Delay of the FD terms at a frequency, s; zero at infinite frequency, as PINT has it. */
    double frequencyDependentDelaySeconds(double barycentricFrequencyMHz) {
        if (Double.isInfinite(barycentricFrequencyMHz)) {
            return 0;
        }
        double logarithm = Math.log(barycentricFrequencyMHz / REFERENCE_MHZ);
        double delay = 0;
        for (int k = frequencyDependentDelaysSeconds.size(); k > 0; k--) {
            delay = (delay + frequencyDependentDelaysSeconds.get(k - 1)) * logarithm;
        }
        return delay;
    }

    /** Names of the terms that act at any of the dates, as the .par file names them. */
    List<String> namesAt(double firstMjdUtc, double lastMjdUtc) {
        List<String> names = new ArrayList<>();
        names.add("DM");
        for (int k = 1; k <= derivatives.size(); k++) {
            names.add("DM" + k);
        }
        for (DmxRange range : ranges) {
            if (range.endMjd() >= firstMjdUtc && range.startMjd() <= lastMjdUtc) {
                names.add("DMX_" + range.label());
            }
        }
        for (int k = 1; k <= frequencyDependentDelaysSeconds.size(); k++) {
            names.add("FD" + k);
        }
        return names;
    }
}
