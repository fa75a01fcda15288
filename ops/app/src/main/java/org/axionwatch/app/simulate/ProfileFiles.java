package org.axionwatch.app.simulate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.axionwatch.physics.profile.ProfileTemplate;
import org.axionwatch.physics.simulation.ObservationSimulator;
import org.axionwatch.physics.simulation.SimulatedObservation;
import org.axionwatch.physics.simulation.SimulatedObservation.SubIntegration;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.pulsar.FoldedChannel;
import org.axionwatch.records.pulsar.FoldedProfileFrame;
import org.axionwatch.records.pulsar.PulseTemplate;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.DigitisedProfile;
import org.axionwatch.topics.ingest.FoldedArchiveWriter;

/** Folded profiles, one PSRFITS archive an epoch, and the template of the pulse. */
final class ProfileFiles implements EpochFile {
    private final SimulationRequest request;
    private final ObservationSimulator simulator;
    private final double[] frequenciesMHz;
    private final PulseTemplate template;
    private final Path folder;

    private ProfileFiles(SimulationRequest request, PulseTemplate template, Path folder) {
        this.request = request;
        this.simulator = request.simulator();
        this.frequenciesMHz = request.setup().band().frequenciesMHz();
        this.template = template;
        this.folder = folder;
    }

    static ProfileFiles create(SimulationRequest request, Path folder) throws IOException {
        TrustedRecords.trust();
        int bins = request.bins();
        double[] pulse = ProfileTemplate.gaussianPulse(
                request.setup().pulsar().emission().fullWidthTurns(), 0, bins);
        List<String> lines = new ArrayList<>(List.of("# phase [turn], intensity"));
        List<Double> intensities = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            lines.add((double) bin / bins + " " + pulse[bin]);
            intensities.add(pulse[bin]);
        }
        String name = request.pulsar() + ".template";
        Files.write(folder.resolve(name), lines, StandardCharsets.UTF_8);
        return new ProfileFiles(request, new PulseTemplate(name, null, intensities), folder);
    }

    @Override
    public void write(int epoch) throws IOException {
        SimulatedObservation observation = simulator.observe(epoch);
        List<double[][]> profiles = simulator.profilesJy(observation, request.bins());
        String name = String.format(Locale.ROOT, "%s_%05d", request.pulsar(), epoch + 1);
        List<FoldedProfileFrame> frames = new ArrayList<>();
        for (int sub = 0; sub < profiles.size(); sub++) {
            frames.add(frame(name, sub, observation.subIntegrations().get(sub), profiles.get(sub)));
        }
        FoldedArchiveWriter.write(frames, folder.resolve(name + ".rf"));
    }

    private FoldedProfileFrame frame(String observation, int sub, SubIntegration truth, double[][] profiles) {
        List<FoldedChannel> channels = new ArrayList<>();
        for (int i = 0; i < profiles.length; i++) {
            channels.add(DigitisedProfile.of(profiles[i]).channel(frequenciesMHz[i], 1));
        }
        return FoldedProfileFrame.newBuilder()
                .setProfileId(observation + "/" + sub)
                .setPulsar(request.pulsar())
                .setObservation(observation)
                .setFile(observation + ".rf")
                .setObservatory("@")
                .setBackend(SimulationRequest.BACKEND)
                .setReceiver(SimulationRequest.RECEIVER)
                .setTimeScale(TimeScale.TDB)
                .setSubIntegration(sub)
                .setEpoch(new MjdInstant(truth.centre().day(), truth.centre().fraction()))
                .setPeriodSeconds(truth.periodSeconds())
                .setIntegrationSeconds(request.setup().plan().integrationSeconds())
                .setBins(request.bins())
                .setTemplate(template)
                .setChannels(channels)
                .build();
    }

    @Override
    public void close() {}
}
