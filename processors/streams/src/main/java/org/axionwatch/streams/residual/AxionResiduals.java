package org.axionwatch.streams.residual;

import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.dispersion.FrameResidual;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ResidualCurve;
import org.axionwatch.physics.dispersion.TimingModel;
import org.axionwatch.physics.dispersion.UnusableFrameException;
import org.axionwatch.records.pulsar.AxionResidual;
import org.axionwatch.records.pulsar.PredictedGhost;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.ResidualChannel;
import org.axionwatch.records.pulsar.SubIntegrationOffset;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.streams.pulsar.ObservedFrames;
import org.axionwatch.streams.pulsar.TimingModels;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;

/** Packs the residual curve that the physics forms from a frame and its ephemeris. */
final class AxionResiduals {

    private AxionResiduals() {}

    /**
     * @throws UnusableFrameException where frame or ephemeris does not allow a curve
     * @throws BadRecordException INVALID_VALUE or INCONSISTENT_SHAPE where a record is impossible
     */
    static AxionResidual of(PulsarToaFrame frame, PulsarEphemeris ephemeris, ResidualSettings settings) {
        boolean delays = ObservedFrames.hasDelays(frame);
        double[] delaysSeconds = delays ? ObservedFrames.delaysSeconds(frame) : new double[0];
        try {
            TimingModel model = TimingModels.of(ephemeris);
            InFrameResiduals residuals = new InFrameResiduals(model, settings.polynomialDegree());
            ObservedFrame observed = ObservedFrames.of(frame);
            FrameResidual residual = delays ? residuals.ofDelays(observed, delaysSeconds) : residuals.of(observed);
            return pack(frame, residual, PredictedGhosts.of(frame, model, residual.curve(), settings.ghosts()));
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(Reason.INVALID_VALUE, e.getMessage() + " in " + frame.getFrameId(), e);
        }
    }

    private static AxionResidual pack(
            PulsarToaFrame frame, FrameResidual residual, List<PredictedGhost> predictedGhosts) {
        return AxionResidual.newBuilder()
                .setFrameId(frame.getFrameId())
                .setVersion(frame.getVersion())
                .setPulsar(frame.getPulsar())
                .setObservation(frame.getObservation())
                .setFile(frame.getFile())
                .setObservatory(frame.getObservatory())
                .setBackend(frame.getBackend())
                .setEpoch(ObservedFrames.firstTime(frame))
                .setChannels(channels(frame.getChannels(), residual.curve()))
                .setOffsets(offsets(residual))
                .setDeltaDispersionMeasurePcPerCm3(residual.deltaDispersion().pcPerCm3())
                .setDeltaDispersionMeasureUncertaintyPcPerCm3(
                        residual.deltaDispersion().uncertaintyPcPerCm3())
                .setChiSquared(residual.goodness().chiSquared())
                .setDegreesOfFreedom(residual.goodness().degreesOfFreedom())
                .setRemoved(residual.terms().removed())
                .setFitted(residual.terms().fitted())
                .setReceiver(frame.getReceiver())
                .setPredictedGhosts(predictedGhosts)
                .setPolynomialDegree(residual.curve().polynomialDegree())
                .build();
    }

    private static List<ResidualChannel> channels(List<ToaChannel> toas, ResidualCurve curve) {
        double[] frequencies = curve.barycentricFrequencyMHz();
        double[] residuals = curve.residualSeconds();
        double[] uncertainties = curve.uncertaintySeconds();
        List<ResidualChannel> channels = new ArrayList<>(residuals.length);
        for (int i = 0; i < residuals.length; i++) {
            ToaChannel toa = toas.get(i);
            channels.add(new ResidualChannel(
                    toa.getToaIndex(), toa.getSubIntegration(), frequencies[i], residuals[i], uncertainties[i]));
        }
        return channels;
    }

    private static List<SubIntegrationOffset> offsets(FrameResidual residual) {
        return residual.offsets().stream()
                .map(offset -> new SubIntegrationOffset(
                        offset.subIntegration(), offset.offsetSeconds(), offset.uncertaintySeconds()))
                .toList();
    }
}
