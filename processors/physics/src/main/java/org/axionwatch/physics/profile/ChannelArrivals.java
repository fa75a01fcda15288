package org.axionwatch.physics.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.dispersion.DispersionModel;
import org.axionwatch.physics.profile.FoldedSubIntegration.Channel;
import org.axionwatch.physics.profile.FoldedSubIntegration.RemovedDispersion;

/**
 * Arrival times of the channels of one folded sub-integration. Each lies within half a period of the instant of phase zero
 * plus the dispersion that was removed; which pulse it belongs to is for the timing model to say.
 *
 * @param arrivals one for each usable channel, in order of the channels
 * @param skipped channels left out, by reason; channels = arrivals + skipped
 */
public record ChannelArrivals(List<Arrival> arrivals, Map<SkippedChannel, Integer> skipped) {

    /** Signal-to-noise ratio below which the NANOGrav releases drop an arrival time (arXiv:2005.06490, section 2.4). */
    public static final double DEFAULT_MINIMUM_SIGNAL_TO_NOISE = 8;

    /** Why a channel has no arrival time; stable names for counters. */
    public enum SkippedChannel {
        /** Its weight is zero. */
        ZERO_WEIGHT,
        /** All its bins are equal. */
        FLAT_PROFILE,
        /** Its pulse is too faint for the shift to be the pulse's. */
        LOW_SIGNAL_TO_NOISE,
        /** The template fits exactly, so that nothing says how uncertain the shift is. */
        NO_NOISE
    }

    /**
     * @param channel 0-based place of the channel in the sub-integration
     * @param offsetSeconds arrival after the instant of phase zero, s
     * @param uncertaintySeconds one standard deviation, s
     * @param signalToNoise matched-filter signal-to-noise ratio of the profile
     */
    public record Arrival(int channel, double offsetSeconds, double uncertaintySeconds, double signalToNoise) {}

    public ChannelArrivals {
        arrivals = List.copyOf(arrivals);
        skipped = Collections.unmodifiableMap(new EnumMap<>(skipped));
    }

    /**
     * Matches every channel with the template.
     *
     * @param folded the sub-integration
     * @param template shape of the pulse in all channels
     * @param minimumSignalToNoise channels below it are skipped, above zero
     * @throws IllegalArgumentException for a profile whose bins are no power of two or not finite
     */
    public static ChannelArrivals of(
            FoldedSubIntegration folded, ProfileTemplate template, double minimumSignalToNoise) {
        ArgumentChecks.positive("minimum signal-to-noise ratio", minimumSignalToNoise);
        TemplateMatcher matcher = new TemplateMatcher(template);
        List<Arrival> arrivals = new ArrayList<>();
        Map<SkippedChannel, Integer> skipped = new EnumMap<>(SkippedChannel.class);
        for (int i = 0; i < folded.channels().size(); i++) {
            Channel channel = folded.channels().get(i);
            if (!(channel.weight() > 0)) {
                skipped.merge(SkippedChannel.ZERO_WEIGHT, 1, Integer::sum);
            } else if (isFlat(channel.intensities())) {
                skipped.merge(SkippedChannel.FLAT_PROFILE, 1, Integer::sum);
            } else {
                TemplateFit fit = matcher.fit(channel.intensities());
                if (!(fit.scaleUncertainty() > 0)) {
                    skipped.merge(SkippedChannel.NO_NOISE, 1, Integer::sum);
                } else if (!(fit.signalToNoise() >= minimumSignalToNoise)) {
                    skipped.merge(SkippedChannel.LOW_SIGNAL_TO_NOISE, 1, Integer::sum);
                } else {
                    arrivals.add(arrival(i, fit, folded));
                }
            }
        }
        return new ChannelArrivals(arrivals, skipped);
    }

    private static Arrival arrival(int index, TemplateFit fit, FoldedSubIntegration folded) {
        RemovedDispersion removed = folded.removedDispersion();
        double removedSeconds = DispersionModel.DEFAULT.delayDifferenceSeconds(
                removed.pcPerCm3(), folded.channels().get(index).frequencyMHz(), removed.referenceMHz());
        return new Arrival(
                index,
                fit.shiftTurns() * folded.periodSeconds() + removedSeconds,
                fit.shiftUncertaintyTurns() * folded.periodSeconds(),
                fit.signalToNoise());
    }

    private static boolean isFlat(double[] intensities) {
        for (double intensity : intensities) {
            if (intensity != intensities[0]) {
                return false;
            }
        }
        return true;
    }
}
