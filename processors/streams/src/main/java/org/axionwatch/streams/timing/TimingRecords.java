package org.axionwatch.streams.timing;

import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.dispersion.PrefitFrame;
import org.axionwatch.physics.timing.TimedFrame;
import org.axionwatch.records.pulsar.AchromaticPart;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimingChannel;
import org.axionwatch.records.pulsar.TimingResidual;
import org.axionwatch.records.pulsar.TimingSolution;
import org.axionwatch.records.pulsar.TimingTerm;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.streams.pulsar.ObservedFrames;

/** Packs solutions and residuals. */
final class TimingRecords {

    private static final String RED_NOISE = "TNREDAMP";

    private TimingRecords() {}

    /**
     * What residuals were formed with.
     *
     * @param ephemerisVersion revision of the ephemeris
     * @param frames frames in the solution
     */
    record Solved(int ephemerisVersion, long frames) {}

    static TimingSolution solution(
            PulsarEphemeris ephemeris, List<String> heldFixed, org.axionwatch.physics.timing.TimingSolution solution) {
        List<String> held = new ArrayList<>(heldFixed);
        boolean lacksTimeSpan = TimingRequests.lacksTimeSpan(ephemeris);
        if (lacksTimeSpan) {
            held.add(RED_NOISE);
        }
        var quality = solution.quality();
        return TimingSolution.newBuilder()
                .setPulsar(ephemeris.getPulsar())
                .setEphemerisFile(ephemeris.getFile())
                .setEphemerisVersion(ephemeris.getVersion())
                .setFrames(quality.frames())
                .setToas(quality.toas())
                .setTerms(terms(solution))
                .setCovariance(lowerTriangle(solution.covariance()))
                .setChiSquared(quality.chiSquared())
                .setDegreesOfFreedom(quality.degreesOfFreedom())
                .setSmallestPivot(quality.smallestPivot())
                .setRedNoiseSpanSeconds(ephemeris.getRedNoise() == null ? null : ephemeris.getTimeSpanSeconds())
                .setHeldFixed(held)
                .build();
    }

    private static List<TimingTerm> terms(org.axionwatch.physics.timing.TimingSolution solution) {
        List<TimingTerm> terms = new ArrayList<>();
        for (int i = 0; i < solution.terms().size(); i++) {
            terms.add(new TimingTerm(
                    solution.terms().get(i).name(),
                    solution.terms().get(i).unit(),
                    solution.corrections()[i],
                    solution.uncertainty(i),
                    solution.determined()[i]));
        }
        return terms;
    }

    private static List<Double> lowerTriangle(double[][] matrix) {
        List<Double> values = new ArrayList<>(matrix.length * (matrix.length + 1) / 2);
        for (int row = 0; row < matrix.length; row++) {
            for (int column = 0; column <= row; column++) {
                values.add(matrix[row][column]);
            }
        }
        return values;
    }

    static TimingResidual residual(
            PulsarToaFrame frame, TimedFrame timed, PrefitFrame.Achromatic achromatic, Solved solved) {
        return TimingResidual.newBuilder()
                .setFrameId(frame.getFrameId())
                .setVersion(frame.getVersion())
                .setPulsar(frame.getPulsar())
                .setObservation(frame.getObservation())
                .setFile(frame.getFile())
                .setObservatory(frame.getObservatory())
                .setBackend(frame.getBackend())
                .setEpoch(ObservedFrames.firstTime(frame))
                .setAchromatic(AchromaticPart.valueOf(achromatic.name()))
                .setEphemerisVersion(solved.ephemerisVersion())
                .setFramesInSolution(solved.frames())
                .setChannels(channels(frame.getChannels(), timed))
                .build();
    }

    private static List<TimingChannel> channels(List<ToaChannel> toas, TimedFrame timed) {
        List<TimingChannel> channels = new ArrayList<>(toas.size());
        for (int i = 0; i < toas.size(); i++) {
            channels.add(new TimingChannel(
                    toas.get(i).getToaIndex(),
                    toas.get(i).getSubIntegration(),
                    timed.barycentricFrequencyMHz()[i],
                    timed.prefitSeconds()[i],
                    timed.redNoiseSeconds()[i],
                    timed.whitenedSeconds()[i],
                    timed.uncertaintySeconds()[i]));
        }
        return channels;
    }
}
