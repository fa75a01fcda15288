package org.axionwatch.bench;

import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.axionwatch.physics.xray.EnergyBins;
import org.axionwatch.physics.xray.EventColumns;
import org.axionwatch.physics.xray.EventSelector;
import org.axionwatch.physics.xray.Region;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.XrayEventBatch;
import org.axionwatch.records.xray.XraySource;

/**
 * Background-only event batches of sources with three energy bins, a source circle and a background annulus twelve times
 * its area: positions uniform over a square that holds the annulus, energies uniform from 0.5 to 9 keV. Batch n of a seed
 * is the same whatever was drawn before it.
 */
final class XrayObservations {
    private static final MjdInstant EPOCH = new MjdInstant(55000, 0.0);
    private static final double LIVETIME_SECONDS = 1000;
    private static final double[] ENERGY_EDGES_KEV = {2, 4, 6, 8};
    private static final double[] PHOTON_FLUXES = {1.1e-8, 3.2e-8, 4e-8};
    private static final double[] EFFECTIVE_AREA_CM2 = {400, 350, 180};
    private static final float CENTRE_PIXEL = 4000;
    private static final float HALF_FIELD_PIXEL = 100;
    private static final double SOURCE_RADIUS_PIXEL = 20;
    private static final double INNER_RADIUS_PIXEL = 40;
    private static final double OUTER_RADIUS_PIXEL = 80;
    private static final float LOWEST_ENERGY_KEV = 0.5f;
    private static final float ENERGY_RANGE_KEV = 8.5f;

    private final long seed;
    private final int sources;
    private final int eventsPerBatch;

    XrayObservations(long seed, int sources, int eventsPerBatch) {
        this.seed = seed;
        this.sources = sources;
        this.eventsPerBatch = eventsPerBatch;
    }

    static EventSelector selector() {
        return new EventSelector(
                new EnergyBins(ENERGY_EDGES_KEV),
                List.of(
                        new Region.Circle(CENTRE_PIXEL, CENTRE_PIXEL, SOURCE_RADIUS_PIXEL),
                        new Region.Annulus(CENTRE_PIXEL, CENTRE_PIXEL, INNER_RADIUS_PIXEL, OUTER_RADIUS_PIXEL)));
    }

    List<XraySource> sources() {
        return IntStream.range(0, sources).mapToObj(XrayObservations::source).toList();
    }

    private static XraySource source(int number) {
        return XraySource.newBuilder()
                .setSource(id(number))
                .setName(id(number))
                .setModel("template")
                .setHypothesis("nucleon-photon")
                .setCouplingName("g_agamma*g_ann")
                .setCouplingUnit("GeV^-1")
                .setReferenceCoupling(1e-20)
                .setCouplingPower(2.0)
                .setEmissionIntervalSeconds(1.0)
                .setEnergyEdgesKeV(list(ENERGY_EDGES_KEV))
                .setSignalPhotonFluxes(list(PHOTON_FLUXES))
                .setRegions(List.of(
                        region("source", RegionShape.CIRCLE)
                                .setRadius(SOURCE_RADIUS_PIXEL)
                                .setSignalFraction(0.9)
                                .setBackgroundShape(1)
                                .build(),
                        region("background", RegionShape.ANNULUS)
                                .setInnerRadius(INNER_RADIUS_PIXEL)
                                .setRadius(OUTER_RADIUS_PIXEL)
                                .setSignalFraction(0)
                                .setBackgroundShape(12)
                                .build()))
                .setEffectiveAreaCm2(list(EFFECTIVE_AREA_CM2))
                .build();
    }

    private static SkyRegion.Builder region(String name, RegionShape shape) {
        return SkyRegion.newBuilder()
                .setName(name)
                .setShape(shape)
                .setCentreX(CENTRE_PIXEL)
                .setCentreY(CENTRE_PIXEL);
    }

    EventColumns events(int number) {
        var random = new Random(seed * 1_000_003 + number);
        double[] times = new double[eventsPerBatch];
        float[] energies = new float[eventsPerBatch];
        float[] x = new float[eventsPerBatch];
        float[] y = new float[eventsPerBatch];
        for (int event = 0; event < eventsPerBatch; event++) {
            times[event] = LIVETIME_SECONDS * (number + (event + 0.5) / eventsPerBatch);
            energies[event] = LOWEST_ENERGY_KEV + ENERGY_RANGE_KEV * random.nextFloat();
            x[event] = CENTRE_PIXEL + HALF_FIELD_PIXEL * (2 * random.nextFloat() - 1);
            y[event] = CENTRE_PIXEL + HALF_FIELD_PIXEL * (2 * random.nextFloat() - 1);
        }
        return new EventColumns(times, energies, x, y);
    }

    XrayEventBatch record(int number) {
        EventColumns events = events(number);
        return XrayEventBatch.newBuilder()
                .setBatchId("bench-" + number)
                .setSource(id(number % sources))
                .setObservation("bench")
                .setInstrument("bench")
                .setFile("bench.fits")
                .setLivetimeSeconds(LIVETIME_SECONDS)
                .setReferenceEpoch(EPOCH)
                .setEventIndexStart((long) number * eventsPerBatch)
                .setEventTimesSeconds(list(events.timesSeconds()))
                .setEnergiesKeV(list(events.energiesKeV()))
                .setPositionsX(list(events.positionsX()))
                .setPositionsY(list(events.positionsY()))
                .build();
    }

    private static List<Double> list(double[] values) {
        return DoubleStream.of(values).boxed().toList();
    }

    private static List<Float> list(float[] values) {
        return IntStream.range(0, values.length).mapToObj(i -> values[i]).toList();
    }

    private static String id(int source) {
        return "bench-source-" + source;
    }
}
