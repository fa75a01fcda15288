package org.axionwatch.physics.xray;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.axionwatch.physics.decay.M82Observation;
import org.axionwatch.physics.galactic.GalacticSightline;
import org.axionwatch.physics.galactic.GalacticSightline.InnerField;
import org.axionwatch.physics.galactic.PathCell;
import org.axionwatch.physics.stellar.ClusterSpectrum;
import org.axionwatch.physics.stellar.StarNumber;
import org.axionwatch.physics.stellar.StarburstPopulation;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * The signal models by name. Parameters in words:
 *
 * <ul>
 *   <li>{@code magnificent-seven}: {@code star}; {@code luminosityErgPerS}, {@code temperatureKeV}, {@code distancePc}
 *       (Table I), {@code thetaRad} (the average over all angles); column {@code signalFractions}
 *   <li>{@code star-cluster}: {@code cluster} ({@code quintuplet}, {@code westerlund-1}); {@code distanceKpc},
 *       {@code luminosityErgPerS} from 10 to 80 keV at 1e-12 GeV^-1, {@code bandFraction} and {@code screeningRatio} of
 *       its spectrum, {@code innerField} ({@code hold}, {@code mask}), {@code cellLengthKpc}; columns
 *       {@code electronDensitiesPerCm3} from Earth outward, {@code signalFractions}
 *   <li>{@code m82-decay}: {@code stars} ({@code whole-galaxy}, {@code bursts}), {@code distanceMpc}; column
 *       {@code edgesArcsec} of the annuli (nine regions out to 237 arcsec)
 * </ul>
 */
public final class SignalModels {

    private static final List<String> NAMES =
            List.of(NeutronStarSignal.NAME, StarClusterSignal.NAME, GalaxyDecaySignal.NAME);
    private static final int ANGLES = 16;
    private static final double BAND_LOW_KEV = 10;
    private static final double BAND_HIGH_KEV = 80;
    private static final double BAND_FRACTION = 1.7 / 2.1;
    private static final double SCREENING_RATIO = 0.25;
    private static final double CELL_LENGTH_KPC = 0.002;

    /** Clusters of arXiv:2008.03305. */
    private enum Cluster {
        QUINTUPLET(GalacticSightline.QUINTUPLET, 8.3, 1.7e35),
        WESTERLUND_1(GalacticSightline.WESTERLUND_1, 2.6, 9.02e35);

        private final GalacticSightline sightline;
        private final double distanceKpc;
        private final double luminosityErgPerS;

        Cluster(GalacticSightline sightline, double distanceKpc, double luminosityErgPerS) {
            this.sightline = sightline;
            this.distanceKpc = distanceKpc;
            this.luminosityErgPerS = luminosityErgPerS;
        }
    }

    private SignalModels() {}

    /** Names of all models. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * A model with its parameters.
     *
     * @param name one of {@link #names}
     * @param parameters numbers and choices by name
     * @param columns lists of numbers by name
     * @throws XrayModelException UNKNOWN_MODEL, UNKNOWN_PARAMETER, MISSING_PARAMETER, UNKNOWN_STAR or BAD_VALUE
     */
    public static SignalModel named(String name, Map<String, String> parameters, Map<String, double[]> columns) {
        ModelParameters given = new ModelParameters(name, parameters, columns);
        SignalModel model =
                switch (name) {
                    case NeutronStarSignal.NAME -> neutronStar(given);
                    case StarClusterSignal.NAME -> cluster(given);
                    case GalaxyDecaySignal.NAME -> galaxy(given);
                    default ->
                        throw new XrayModelException(
                                Reason.UNKNOWN_MODEL, name + "; the models are " + String.join(", ", NAMES));
                };
        given.requireAllAsked();
        return model;
    }

    private static SignalModel neutronStar(ModelParameters given) {
        NeutronStar star = MagnificentSeven.named(given.word("star"));
        double theta = given.number("thetaRad", Double.NaN);
        double[] average = IntStream.range(0, ANGLES)
                .mapToDouble(i -> Math.PI / 2 * (i + 0.5) / ANGLES)
                .toArray();
        double temperatureKeV =
                given.number("temperatureKeV", star.coreTemperature().value());
        double distancePc = given.number("distancePc", star.distance().value());
        MagnificentSeven.requirePositive("temperature", temperatureKeV);
        MagnificentSeven.requirePositive("distance", distancePc);
        return new NeutronStarSignal(
                star.at(temperatureKeV, distancePc),
                given.number("luminosityErgPerS", MagnificentSeven.REFERENCE_LUMINOSITY_ERG_PER_S),
                Double.isNaN(theta) ? average : new double[] {theta},
                given.column("signalFractions"));
    }

    private static SignalModel cluster(ModelParameters given) {
        Cluster cluster = given.choice("cluster", Cluster.class);
        double distanceKpc = given.number("distanceKpc", cluster.distanceKpc);
        double lengthKpc = given.number("cellLengthKpc", CELL_LENGTH_KPC);
        double[] densities = given.column("electronDensitiesPerCm3");
        if (!(Math.abs(densities.length * lengthKpc - distanceKpc) <= lengthKpc)) {
            throw new XrayModelException(
                    Reason.LENGTH_MISMATCH,
                    densities.length + " cells of " + lengthKpc + " kpc do not reach " + distanceKpc + " kpc");
        }
        List<PathCell> cells = cluster.sightline.cells(
                densities, lengthKpc, given.choice("innerField", InnerField.class, InnerField.HOLD));
        ClusterSpectrum spectrum = ClusterSpectrum.withBandFraction(
                given.number("bandFraction", BAND_FRACTION),
                given.number("screeningRatio", SCREENING_RATIO),
                BAND_LOW_KEV,
                BAND_HIGH_KEV);
        double luminosity = given.number("luminosityErgPerS", cluster.luminosityErgPerS);
        return new StarClusterSignal(
                StarClusterSignal.oneZone(spectrum, luminosity, BAND_LOW_KEV, BAND_HIGH_KEV),
                cells,
                distanceKpc,
                given.column("signalFractions"));
    }

    private static SignalModel galaxy(ModelParameters given) {
        double[] edgesArcsec = given.column(
                "edgesArcsec",
                Arrays.stream(M82Observation.edgesRad())
                        .map(edge -> Math.toDegrees(edge) * 3600)
                        .toArray());
        return new GalaxyDecaySignal(
                new StarburstPopulation(given.choice("stars", StarNumber.class, StarNumber.WHOLE_GALAXY)),
                given.number("distanceMpc", M82Observation.DISTANCE_MPC),
                Arrays.stream(edgesArcsec).map(M82Observation::radians).toArray());
    }
}
