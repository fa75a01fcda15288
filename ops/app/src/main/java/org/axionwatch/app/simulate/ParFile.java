package org.axionwatch.app.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.physics.simulation.BarycentricPulses;
import org.axionwatch.physics.simulation.PowerLawRedNoise;

/** The timing model of a simulated pulsar as a {@code .par} file, every number exact. */
final class ParFile {
    private ParFile() {}

    static List<String> lines(SimulationRequest request) {
        BarycentricPulses pulses = request.setup().pulsar().pulses();
        String epoch = Integer.toString(pulses.spin().epochMjd());
        List<String> lines = new ArrayList<>(List.of(
                "PSR " + request.pulsar(),
                "RAJ 19:33:32.4133615",
                "DECJ -62:11:46.69313",
                "POSEPOCH " + epoch,
                "F0 " + new BigDecimal(pulses.spin().frequencyHz()).toPlainString() + " 1",
                "F1 " + pulses.spin().derivativeHzPerS() + " 1",
                "PEPOCH " + epoch,
                "DM " + pulses.medium().dispersionMeasurePcPerCm3() + " 1",
                "DMEPOCH " + epoch));
        PowerLawRedNoise redNoise = request.setup().pulsar().redNoise();
        if (redNoise != null) {
            lines.add("TNREDAMP " + redNoise.log10Amplitude());
            lines.add("TNREDGAM " + redNoise.spectralIndex());
            lines.add("TNREDC " + redNoise.components());
        }
        lines.addAll(List.of("UNITS TDB", "EPHEM DE440", "TZRMJD " + epoch, "TZRSITE @", "TZRFRQ 0"));
        return lines;
    }
}
