package org.axionwatch.streams.toa;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.profile.ChannelArrivals;
import org.axionwatch.physics.profile.FoldedSubIntegration;
import org.axionwatch.physics.profile.FoldedSubIntegration.Channel;
import org.axionwatch.physics.profile.FoldedSubIntegration.RemovedDispersion;
import org.axionwatch.physics.profile.ProfileTemplate;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.records.pulsar.FoldedChannel;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.PulseTemplate;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;

/** Unpacks folded profiles and packs their arrival times. */
final class FoldedFrames {

    private FoldedFrames() {}

    /** @throws BadRecordException INCONSISTENT_SHAPE where a profile has another number of bins than the record says */
    static FoldedSubIntegration folded(FoldedProfileFrame frame) {
        Double reference = frame.getRemovedDispersionReferenceMHz();
        return new FoldedSubIntegration(
                frame.getPeriodSeconds(),
                frame.getChannels().stream()
                        .map(channel -> new Channel(
                                channel.getFrequencyMHz(), channel.getWeight(), intensities(channel, frame)))
                        .toList(),
                new RemovedDispersion(
                        frame.getRemovedDispersionMeasurePcPerCm3(),
                        reference == null ? Double.POSITIVE_INFINITY : reference));
    }

    private static double[] intensities(FoldedChannel channel, FoldedProfileFrame frame) {
        ByteBuffer samples = channel.getSamples().duplicate();
        if (samples.remaining() != Short.BYTES * (long) frame.getBins()) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    samples.remaining() + " bytes for " + frame.getBins() + " bins in " + frame.getProfileId());
        }
        double[] intensities = new double[frame.getBins()];
        for (int bin = 0; bin < intensities.length; bin++) {
            intensities[bin] = channel.getOffset() + channel.getScale() * samples.getShort();
        }
        return intensities;
    }

    static ProfileTemplate template(FoldedProfileFrame frame) {
        PulseTemplate template = frame.getTemplate();
        Double width = template.getFullWidthTurns();
        return width != null
                ? ProfileTemplate.gaussian(width, frame.getBins())
                : ProfileTemplate.of(template.getIntensities().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }

    /** The frame of one sub-integration; its id and version are those of the profiles. */
    static PulsarToaFrame toaFrame(FoldedProfileFrame frame, ChannelArrivals arrivals) {
        return PulsarToaFrame.newBuilder()
                .setFrameId(frame.getProfileId())
                .setVersion(frame.getVersion())
                .setPulsar(frame.getPulsar())
                .setObservation(frame.getObservation())
                .setFile(frame.getFile())
                .setObservatory(frame.getObservatory())
                .setBackend(frame.getBackend())
                .setReceiver(frame.getReceiver())
                .setTimeScale(frame.getTimeScale())
                .setChannels(channels(frame, arrivals))
                .build();
    }

    private static List<ToaChannel> channels(FoldedProfileFrame frame, ChannelArrivals arrivals) {
        ModifiedJulianDate epoch = new ModifiedJulianDate(
                frame.getEpoch().getDay(), frame.getEpoch().getFraction());
        int first = frame.getSubIntegration() * frame.getChannels().size();
        List<ToaChannel> channels = new ArrayList<>();
        for (ChannelArrivals.Arrival arrival : arrivals.arrivals()) {
            ModifiedJulianDate time = epoch.plusSeconds(arrival.offsetSeconds());
            channels.add(ToaChannel.newBuilder()
                    .setToaIndex(first + arrival.channel())
                    .setSubIntegration(frame.getSubIntegration())
                    .setTime(new MjdInstant(time.day(), time.fraction()))
                    .setFrequencyMHz(frame.getChannels().get(arrival.channel()).getFrequencyMHz())
                    .setUncertaintySeconds(arrival.uncertaintySeconds())
                    .build());
        }
        return channels;
    }
}
