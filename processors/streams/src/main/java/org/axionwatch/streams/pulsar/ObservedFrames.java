package org.axionwatch.streams.pulsar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.ToaFlag;
import org.axionwatch.physics.dispersion.ToaSelection;
import org.axionwatch.physics.time.TimeScale;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;

/** Unpacks the observation of a {@link PulsarToaFrame}. */
public final class ObservedFrames {

    private ObservedFrames() {}

    public static ObservedFrame of(PulsarToaFrame frame) {
        List<ToaFlag> shared = new ArrayList<>(flags(frame.getFlags()));
        shared.add(new ToaFlag(ToaSelection.OBSERVATORY, frame.getObservatory()));
        return new ObservedFrame(
                frame.getObservatory(),
                TimeScale.valueOf(frame.getTimeScale().name()),
                frame.getChannels().stream()
                        .map(channel -> toa(channel, shared))
                        .toList());
    }

    /** Time of the first TOA of a frame, in the frame's time scale; there must be one. */
    public static MjdInstant firstTime(PulsarToaFrame frame) {
        return frame.getChannels().stream()
                .map(ToaChannel::getTime)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** Whether the archive gives residuals instead of arrival times. */
    public static boolean hasDelays(PulsarToaFrame frame) {
        return frame.getChannels().stream().anyMatch(channel -> channel.getDelaySeconds() != null);
    }

    /** @throws BadRecordException INCONSISTENT_SHAPE where only some channels have a residual */
    public static double[] delaysSeconds(PulsarToaFrame frame) {
        if (frame.getChannels().stream().anyMatch(channel -> channel.getDelaySeconds() == null)) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE, "only some channels of frame " + frame.getFrameId() + " have a delay");
        }
        return frame.getChannels().stream()
                .map(ToaChannel::getDelaySeconds)
                .mapToDouble(Objects::requireNonNull)
                .toArray();
    }

    private static ObservedToa toa(ToaChannel channel, List<ToaFlag> shared) {
        List<ToaFlag> flags = new ArrayList<>(shared);
        flags.addAll(flags(channel.getFlags()));
        return new ObservedToa(
                TimingModels.instant(channel.getTime()),
                channel.getFrequencyMHz(),
                channel.getUncertaintySeconds(),
                channel.getSubIntegration(),
                flags);
    }

    private static List<ToaFlag> flags(List<org.axionwatch.records.pulsar.ToaFlag> flags) {
        return flags.stream()
                .map(flag -> new ToaFlag(flag.getName(), flag.getValue()))
                .toList();
    }
}
