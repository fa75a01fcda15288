package org.axionwatch.app.demo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.simulation.RandomStreams;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;

/**
 * The campaign's star-cluster-like X-ray source: fourteen bins of 5 keV from 10 to 80 keV, a hard thermal signal
 * E^2 exp(-E/15 keV) such as Primakoff axions of massive stars give after conversion, over an E^-1 background that
 * shares none of its shape, seen through a response that sends a tenth of the photons into the neighbouring bins.
 */
final class ExcessTarget {
    static final String SOURCE = "SIM-CLUSTER-1";

    private static final int BATCHES = 40;
    private static final double FAINTEST_SIGMA = 8;
    private static final double BRIGHTEST_SIGMA = 12;
    private static final String RESPONSE = "SIM-CLUSTER-1-response";
    private static final double SIGNAL_FLUX = 1e-5;
    private static final double SOURCE_CIRCLE_BACKGROUND_RATE = 4e-3;
    private static final double SPILL = 0.05;
    private static final double[] EDGES_KEV =
            IntStream.rangeClosed(0, 14).mapToDouble(i -> 10 + 5.0 * i).toArray();

    private ExcessTarget() {}

    /** The observation with an amplitude drawn for 8 to 12 expected standard deviations above the background. */
    static XrayObservation observation(RandomStreams streams, CampaignOptions options) {
        XrayTarget target = target();
        double sigma = streams.named("injection/" + SOURCE).nextUniform(FAINTEST_SIGMA, BRIGHTEST_SIGMA);
        double exposureSeconds = (double) BATCHES * XrayTarget.BATCH_SECONDS;
        double amplitude =
                options.signals() ? sigma * target.amplitudeErrorOfOneSecond(0) / FastMath.sqrt(exposureSeconds) : 0;
        Injection injection =
                new Injection(SOURCE, Injection.Kind.X_RAY_EXCESS, null, amplitude, new Injection.Scale("a", 1));
        return new XrayObservation(target, BATCHES, amplitude, injection);
    }

    private static XrayTarget target() {
        PhotonSpectrum signal = new PhotonSpectrum(10, 80, e -> e * e * FastMath.exp(-e / 15));
        PhotonSpectrum background = new PhotonSpectrum(5, 90, e -> 1 / e);
        return new XrayTarget(
                source(signal),
                response(),
                signal,
                new XrayTarget.Background(background, 5, 90, SOURCE_CIRCLE_BACKGROUND_RATE));
    }

    private static XraySource source(PhotonSpectrum signal) {
        double whole = signal.integral(10, 80);
        return XraySource.newBuilder()
                .setSource(SOURCE)
                .setName("Simulated star cluster")
                .setModel("template")
                .setHypothesis("light-axion")
                .setCouplingName("g_agamma")
                .setCouplingUnit("GeV^-1")
                .setReferenceCoupling(1e-11)
                .setCouplingPower(4)
                .setEnergyEdgesKeV(Arrays.stream(EDGES_KEV).boxed().toList())
                .setSignalPhotonFluxes(Arrays.stream(signal.integrals(EDGES_KEV))
                        .mapToObj(part -> SIGNAL_FLUX * part / whole)
                        .toList())
                .setRegions(XrayField.regions())
                .setResponseId(RESPONSE)
                .build();
    }

    private static XrayResponse response() {
        int bins = EDGES_KEV.length - 1;
        List<Double> areas = new ArrayList<>();
        List<Double> redistribution = new ArrayList<>();
        for (int measured = 0; measured < bins; measured++) {
            double middle = (EDGES_KEV[measured] + EDGES_KEV[measured + 1]) / 2;
            areas.add(400 * FastMath.exp(-middle / 30));
            for (int trueBin = 0; trueBin < bins; trueBin++) {
                redistribution.add(redistribution(measured, trueBin));
            }
        }
        return XrayResponse.newBuilder()
                .setResponseId(RESPONSE)
                .setEnergyEdgesKeV(Arrays.stream(EDGES_KEV).boxed().toList())
                .setEffectiveAreaCm2(areas)
                .setRedistribution(redistribution)
                .build();
    }

    private static double redistribution(int measured, int trueBin) {
        return switch (Math.abs(measured - trueBin)) {
            case 0 -> 1 - 2 * SPILL;
            case 1 -> SPILL;
            default -> 0;
        };
    }
}
