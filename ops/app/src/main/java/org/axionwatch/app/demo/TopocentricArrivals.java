package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axionwatch.physics.dispersion.FrameResidual;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;
import org.axionwatch.physics.dispersion.ObservedToa;
import org.axionwatch.physics.dispersion.SubIntegrationOffset;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;

/**
 * Arrivals at an observatory. The timing model has no inverse in closed form, so the times start at the centres of the
 * sub-integrations and their residuals against the model are subtracted until nothing is left; the observatory's
 * velocity makes each round ten thousand times better.
 */
final class TopocentricArrivals implements ArrivalModel {
    private static final int ROUNDS = 4;

    private final PulsarDesign pulsar;
    private final InFrameResiduals residuals;

    TopocentricArrivals(PulsarDesign pulsar) {
        this.pulsar = pulsar;
        this.residuals = new InFrameResiduals(DesignTimingModel.of(pulsar));
    }

    @Override
    public Arrivals predict(FrameLayout frame) {
        List<ModifiedJulianDate> times =
                frame.toas().stream().map(FrameLayout.Toa::centre).toList();
        for (int round = 0; round < ROUNDS; round++) {
            FrameResidual residual = residuals.of(observed(frame, times));
            times = corrected(times, residual);
        }
        return new Arrivals(times, residuals.of(observed(frame, times)).curve().barycentricFrequencyMHz());
    }

    private ObservedFrame observed(FrameLayout frame, List<ModifiedJulianDate> times) {
        List<ObservedToa> toas = new ArrayList<>();
        for (int i = 0; i < times.size(); i++) {
            FrameLayout.Toa toa = frame.toas().get(i);
            toas.add(new ObservedToa(
                    times.get(i), toa.frequencyMHz(), toa.uncertaintySeconds(), toa.subIntegration(), List.of()));
        }
        return new ObservedFrame(pulsar.sky().observatory(), TimeScale.UTC, toas);
    }

    private static List<ModifiedJulianDate> corrected(List<ModifiedJulianDate> times, FrameResidual residual) {
        Map<Integer, Double> offsets = residual.offsets().stream()
                .collect(Collectors.toMap(SubIntegrationOffset::subIntegration, SubIntegrationOffset::offsetSeconds));
        double plasma = BarycentricArrivals.DISPERSION_CONSTANT_S_MHZ2
                * residual.deltaDispersion().pcPerCm3();
        double[] seconds = residual.curve().residualSeconds();
        double[] frequencies = residual.curve().barycentricFrequencyMHz();
        int[] subIntegrations = residual.curve().subIntegration();
        List<ModifiedJulianDate> corrected = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            double whole = seconds[i]
                    + offsets.getOrDefault(subIntegrations[i], 0.0)
                    + plasma / (frequencies[i] * frequencies[i]);
            corrected.add(times.get(i).plusSeconds(-whole));
        }
        return corrected;
    }
}
