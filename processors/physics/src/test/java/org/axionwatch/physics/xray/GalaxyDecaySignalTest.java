package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.decay.M82Observation;
import org.axionwatch.physics.likelihood.CouplingScan;
import org.axionwatch.physics.stellar.StarNumber;
import org.axionwatch.physics.stellar.StarburstPopulation;
import org.axionwatch.physics.xray.XrayModelException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GalaxyDecaySignalTest {

    private static final EnergyBins BINS = new EnergyBins(30, 35, 40, 45, 50, 55, 60, 65, 70);
    private static final double EXPOSURE_SECONDS = 1.96e6;
    private static final double BACKGROUND_PER_SECOND_KEV_ARCMIN2 = 2e-5;
    private static final double BIN_KEV = 5;

    /** Effective area 200 (30 keV/E) cm^2 and the background are the guesses with which the reference was computed. */
    @ParameterizedTest
    @CsvSource({"100, 3.8e-13", "316, 1.18e-12", "501, 9.6e-12"})
    void shouldExpectALimitWithinAFactorTwoOfThePublishedOne(double massKeV, double referencePerGeV)
            throws IOException {
        double published = publishedLimit(massKeV * 1e3);
        double median = medianLimit(StarNumber.WHOLE_GALAXY, massKeV, published);
        assertThat(median / published).isBetween(0.5, 2.0);
        assertThat(median).isCloseTo(referencePerGeV, Percentage.withPercentage(5));
    }

    /** Few stars mean few axions: signal ~ N g^4 at 100 keV, where axions decay far beyond the annuli. */
    @Test
    void shouldWeakenTheLimitWhenOnlyBurstStarsAreCounted() throws IOException {
        double published = publishedLimit(1e5);
        double galaxy = medianLimit(StarNumber.WHOLE_GALAXY, 100, published);
        double bursts = medianLimit(StarNumber.BURSTS, 100, 6 * published);
        assertThat(bursts / galaxy).isCloseTo(Math.pow(1.8e10 / 1.117e7, 0.25), Percentage.withPercentage(3));
    }

    @Test
    void shouldRefuseWhatHasNoMeaning() {
        GalaxyDecaySignal model = model(StarNumber.BURSTS);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.photonFluxes(BINS, 1e-12, 0))
                .withMessageContaining("axion mass");
        XrayModelException refusal = catchThrowableOfType(
                XrayModelException.class,
                () -> new GalaxyDecaySignal(new StarburstPopulation(StarNumber.BURSTS), 3.8, new double[] {0, 0}));
        assertThat(refusal.reason()).isEqualTo(Reason.BAD_REGION);
    }

    private static double medianLimit(StarNumber number, double massKeV, double about) {
        double[] couplings = IntStream.rangeClosed(-3, 3)
                .mapToDouble(i -> about * Math.pow(1.6, i))
                .toArray();
        GalaxyDecaySignal model = model(number);
        double[][][] fluxes = model.photonFluxes(BINS, couplings, massKeV * 1e3);
        double[] countsPerFlux = IntStream.range(0, BINS.count())
                .mapToDouble(bin ->
                        EXPOSURE_SECONDS * 200 * 30 / BIN_KEV * Math.log(BINS.upperKeV(bin) / BINS.lowerKeV(bin)))
                .toArray();
        for (double[][] flux : fluxes) {
            for (int bin = 0; bin < flux.length; bin++) {
                double factor = countsPerFlux[bin];
                flux[bin] =
                        Arrays.stream(flux[bin]).map(value -> value * factor).toArray();
            }
        }
        CouplingScan scan = new CouplingScan(couplings, fluxes, M82Observation.solidAnglesArcmin2());
        double[] background = new double[BINS.count()];
        Arrays.fill(background, BACKGROUND_PER_SECOND_KEV_ARCMIN2 * EXPOSURE_SECONDS * BIN_KEV);
        return scan.expected(background).median();
    }

    private static GalaxyDecaySignal model(StarNumber number) {
        return new GalaxyDecaySignal(
                new StarburstPopulation(number), M82Observation.DISTANCE_MPC, M82Observation.edgesRad());
    }

    /** Published coupling at the mass of the curve next to one in eV. */
    private static double publishedLimit(double massEv) throws IOException {
        List<double[]> curve = Files.readAllLines(SharedReference.path("data/limits/M82_decay.txt")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> Arrays.stream(line.trim().split("\\s+"))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return curve.stream()
                .min((a, b) -> Double.compare(Math.abs(a[0] - massEv), Math.abs(b[0] - massEv)))
                .orElseThrow()[1];
    }
}
