package org.axionwatch.physics.simulation;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.axionwatch.physics.profile.ProfileTemplate;
import org.axionwatch.physics.simulation.SimulatedObservation.SubIntegration;
import org.jspecify.annotations.Nullable;

/**
 * Observes a pulsar after arXiv:2505.16562, section 3: dispersed pulses in tiles of channels, achromatic red noise as one
 * warp of the pulsar's time, a resonance, and radiometer noise, either on arrival times or on folded profiles. Channels are
 * coherently dedispersed inside and dispersed among each other, as timing back ends record them. All is barycentric.
 *
 * <p>Each epoch is drawn from its own random sub-streams, so it is the same whichever others are observed, and memory does
 * not grow with their number.
 */
public final class ObservationSimulator {

    private final Setup setup;
    private final @Nullable InjectedResonance resonance;
    private final RandomStreams streams;
    private final double[] frequenciesMHz;
    private final PowerLawRedNoise.@Nullable Realisation redNoise;

    /**
     * @param pulsar what is observed
     * @param telescope with what
     * @param band in which channels
     * @param plan when
     */
    public record Setup(SimulatedPulsar pulsar, RadioTelescope telescope, TiledBand band, ObservingPlan plan) {
        ChannelSensitivity sensitivity() {
            return new ChannelSensitivity(telescope, pulsar.emission(), plan.integrationSeconds(), band.channelMHz());
        }
    }

    /**
     * @param setup what is observed and how
     * @param resonance what is injected, null for nothing
     * @param seed seed of everything random; the noise is the same with and without a resonance
     */
    public ObservationSimulator(Setup setup, @Nullable InjectedResonance resonance, long seed) {
        this.setup = setup;
        this.resonance = resonance;
        this.streams = new RandomStreams(seed);
        this.frequenciesMHz = setup.band().frequenciesMHz();
        PowerLawRedNoise spectrum = setup.pulsar().redNoise();
        this.redNoise = spectrum == null ? null : spectrum.draw(setup.plan().spanSeconds(), streams.named("red-noise"));
    }

    /** Delay on resonance that is injected, s; zero without a resonance. */
    public double resonanceAmplitudeSeconds() {
        if (resonance == null) {
            return 0;
        }
        double period = setup.pulsar().pulses().near(setup.plan().start()).periodSeconds();
        return resonance.signalToNoise()
                * setup.sensitivity().arrivalUncertaintySeconds(resonance.resonanceMHz(), period);
    }

    /** True arrivals of an epoch, counted from 0. */
    public SimulatedObservation observe(int epoch) {
        List<SubIntegration> subIntegrations = new ArrayList<>();
        double[] line = resonance == null
                ? new double[frequenciesMHz.length]
                : resonance.line().sample(frequenciesMHz, resonance.resonanceMHz());
        double amplitude = resonanceAmplitudeSeconds();
        for (int sub = 0; sub < setup.plan().subIntegrations(); sub++) {
            subIntegrations.add(subIntegration(epoch, sub, line, amplitude));
        }
        return new SimulatedObservation(epoch, subIntegrations);
    }

    private SubIntegration subIntegration(int epoch, int sub, double[] line, double amplitude) {
        var centre = setup.plan().centre(epoch, sub);
        BarycentricPulses.Near pulses = setup.pulsar().pulses().near(centre);
        ChannelSensitivity sensitivity = setup.sensitivity();
        double warp = redNoise == null ? 0 : redNoise.delaySeconds(setup.plan().secondsToCentre(epoch, sub));
        double[] arrivals = new double[frequenciesMHz.length];
        double[] uncertainties = new double[frequenciesMHz.length];
        for (int i = 0; i < arrivals.length; i++) {
            arrivals[i] = pulses.secondsToArrival(frequenciesMHz[i]) + warp + amplitude * line[i];
            uncertainties[i] = sensitivity.arrivalUncertaintySeconds(frequenciesMHz[i], pulses.periodSeconds());
        }
        return new SubIntegration(centre, pulses.periodSeconds(), arrivals, uncertainties);
    }

    /**
     * Measured arrivals: true ones with Gaussian noise of the radiometer uncertainty.
     *
     * @return for each sub-integration the arrival in each channel after its middle, s
     */
    public List<double[]> arrivalsSeconds(SimulatedObservation observation) {
        RandomDataGenerator noise = streams.named("arrivals/" + observation.epoch());
        List<double[]> measured = new ArrayList<>();
        for (SubIntegration sub : observation.subIntegrations()) {
            double[] arrivals = sub.arrivalSeconds().clone();
            for (int i = 0; i < arrivals.length; i++) {
                arrivals[i] += noise.nextGaussian(0, sub.uncertaintySeconds()[i]);
            }
            measured.add(arrivals);
        }
        return measured;
    }

    /**
     * Folded profiles: the pulse of each channel at its true phase in radiometer noise, phase zero at the middle of the
     * sub-integration.
     *
     * @param bins bins of a profile
     * @return for each sub-integration the flux density of each channel in each bin, Jy
     */
    public List<double[][]> profilesJy(SimulatedObservation observation, int bins) {
        RandomDataGenerator noise = streams.named("profiles/" + observation.epoch());
        PulsedEmission emission = setup.pulsar().emission();
        double binNoise = setup.sensitivity().binNoiseJy(bins);
        List<double[][]> folded = new ArrayList<>();
        for (SubIntegration sub : observation.subIntegrations()) {
            double[][] profiles = new double[frequenciesMHz.length][];
            for (int i = 0; i < profiles.length; i++) {
                double phase = sub.arrivalSeconds()[i] / sub.periodSeconds();
                double peak = emission.peakFluxJy(frequenciesMHz[i]);
                profiles[i] = ProfileTemplate.gaussianPulse(emission.fullWidthTurns(), phase, bins);
                for (int bin = 0; bin < bins; bin++) {
                    profiles[i][bin] = peak * profiles[i][bin] + noise.nextGaussian(0, binNoise);
                }
            }
            folded.add(profiles);
        }
        return folded;
    }
}
