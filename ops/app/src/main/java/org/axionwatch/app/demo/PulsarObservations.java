package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.topics.catalog.Topics;
import org.axionwatch.topics.ingest.ArchiveRecord;
import org.jspecify.annotations.Nullable;

/**
 * The observations of one pulsar: its frames, where their pulses would arrive without noise, and what disturbs them:
 * achromatic noise common to a sub-integration, a dispersion measure that walks from epoch to epoch, and white noise
 * of sqrt(EFAC^2 (sigma^2 + EQUAD^2)) in every channel.
 */
final class PulsarObservations {
    private final PulsarDesign pulsar;
    private final RandomStreams streams;
    private final ArrivalModel arrivals;
    private final List<Prediction> frames;
    private final Prediction aborted;

    /**
     * A frame and its noiseless arrivals.
     *
     * @param layout the frame
     * @param arrivals its predicted arrivals
     */
    record Prediction(FrameLayout layout, ArrivalModel.Arrivals arrivals) {}

    PulsarObservations(PulsarDesign pulsar, RandomStreams streams, int scheduled) {
        this.pulsar = pulsar;
        this.streams = streams;
        ObservingSchedule schedule = new ObservingSchedule(pulsar, streams);
        this.arrivals = pulsar.sky().barycentred() ? new BarycentricArrivals(pulsar) : new TopocentricArrivals(pulsar);
        this.frames = schedule.frames(scheduled).stream().map(this::predict).toList();
        this.aborted = predict(schedule.abortedFrame());
    }

    PulsarDesign pulsar() {
        return pulsar;
    }

    List<Prediction> frames() {
        return frames;
    }

    /** True noise of each TOA of a frame, s. */
    double[] noiseSeconds(FrameLayout layout) {
        PulsarDesign.Noise noise = pulsar.noise();
        return layout.toas().stream()
                .mapToDouble(toa -> noise.efac() * FastMath.hypot(toa.uncertaintySeconds(), noise.equadSeconds()))
                .toArray();
    }

    /**
     * The frames as observed.
     *
     * @param injection the resonance; null for none
     * @param amplitudeSeconds delay on resonance, s
     */
    List<ArchiveRecord> observe(@Nullable PulsarInjection injection, double amplitudeSeconds) {
        RandomDataGenerator walk = streams.named(pulsar.name() + "/dispersion-measure");
        AchromaticNoise achromatic = new AchromaticNoise(pulsar, streams);
        List<ArchiveRecord> records = new ArrayList<>();
        double dispersionMeasure = 0;
        for (Prediction frame : frames) {
            dispersionMeasure += walk.nextGaussian(0, pulsar.medium().variationPcPerCm3());
            double plasma = BarycentricArrivals.DISPERSION_CONSTANT_S_MHZ2 * dispersionMeasure;
            double[] delays = achromatic.delaysSeconds(frame.layout());
            double[] frequencies = frame.arrivals().barycentricFrequenciesMHz();
            double[] line = injection == null ? new double[delays.length] : injection.line(frequencies);
            for (int i = 0; i < delays.length; i++) {
                delays[i] += plasma / (frequencies[i] * frequencies[i]) + amplitudeSeconds * line[i];
            }
            records.add(observed(frame, delays));
        }
        return records;
    }

    /** A frame of five channels, too few for the search, as an aborted observation leaves it. */
    ArchiveRecord observeAborted() {
        return observed(aborted, new double[aborted.layout().toas().size()]);
    }

    private Prediction predict(FrameLayout layout) {
        return new Prediction(layout, arrivals.predict(layout));
    }

    private ArchiveRecord observed(Prediction frame, double[] delays) {
        RandomDataGenerator white =
                streams.named(pulsar.name() + "/white-noise/" + frame.layout().name());
        double[] noise = noiseSeconds(frame.layout());
        List<ModifiedJulianDate> times = new ArrayList<>();
        for (int i = 0; i < delays.length; i++) {
            ModifiedJulianDate predicted = frame.arrivals().times().get(i);
            times.add(predicted.plusSeconds(delays[i] + white.nextGaussian(0, noise[i])));
        }
        return new ArchiveRecord(
                Topics.PULSAR_TOA_FRAME,
                pulsar.name(),
                PulsarRecords.frame(pulsar, frame.layout(), times),
                MjdTimes.epochMillis(frame.layout().epoch()));
    }
}
