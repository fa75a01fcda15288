package org.axionwatch.app.simulate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.axionwatch.physics.simulation.ObservationSimulator;
import org.axionwatch.physics.simulation.SimulatedObservation;
import org.axionwatch.physics.simulation.SimulatedObservation.SubIntegration;
import org.axionwatch.physics.time.ModifiedJulianDate;

/** Arrival times in tempo2's FORMAT 1, written epoch by epoch. */
final class TimFile implements EpochFile {
    /** A femtosecond is a hundredth of what a day fraction in a double resolves. */
    private static final int DAY_DECIMALS = 19;

    private final SimulationRequest request;
    private final ObservationSimulator simulator;
    private final double[] frequenciesMHz;
    private final BufferedWriter out;

    private TimFile(SimulationRequest request, BufferedWriter out) {
        this.request = request;
        this.simulator = request.simulator();
        this.frequenciesMHz = request.setup().band().frequenciesMHz();
        this.out = out;
    }

    static TimFile create(SimulationRequest request, Path folder) throws IOException {
        BufferedWriter out = Files.newBufferedWriter(folder.resolve(request.pulsar() + ".tim"), StandardCharsets.UTF_8);
        out.write("FORMAT 1\n");
        return new TimFile(request, out);
    }

    @Override
    public void write(int epoch) throws IOException {
        SimulatedObservation observation = simulator.observe(epoch);
        List<double[]> arrivals = simulator.arrivalsSeconds(observation);
        for (int sub = 0; sub < arrivals.size(); sub++) {
            SubIntegration truth = observation.subIntegrations().get(sub);
            for (int channel = 0; channel < frequenciesMHz.length; channel++) {
                ModifiedJulianDate arrival = truth.centre().plusSeconds(arrivals.get(sub)[channel]);
                out.write(line(epoch, sub, channel, arrival, truth.uncertaintySeconds()[channel]));
            }
        }
    }

    private String line(int epoch, int sub, int channel, ModifiedJulianDate arrival, double uncertaintySeconds) {
        BigDecimal mjd = BigDecimal.valueOf(arrival.day())
                .add(new BigDecimal(arrival.fraction()))
                .setScale(DAY_DECIMALS, RoundingMode.HALF_EVEN);
        return String.format(
                Locale.ROOT,
                "%s_%05d %s %s %.6f @ -fe %s -be %s -subint %d -chan %d\n",
                request.pulsar(),
                epoch + 1,
                frequenciesMHz[channel],
                mjd.toPlainString(),
                uncertaintySeconds * 1e6,
                SimulationRequest.RECEIVER,
                SimulationRequest.BACKEND,
                sub,
                channel);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
