package org.axionwatch.physics.xray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.xray.XrayModelException.Reason;
import org.junit.jupiter.api.Test;

class SignalModelsTest {

    private static final double ERG_PER_KEV = 1.602176634e-9;
    private static final Map<String, double[]> ONE_REGION = Map.of("signalFractions", new double[] {1});
    private static final EnergyBins CLUSTER_BINS = new EnergyBins(
            IntStream.rangeClosed(0, 14).mapToDouble(i -> 10 + 5 * i).toArray());

    /** Photons in narrow bins times their energy add up to the intensity of the reference. */
    @Test
    void shouldEmitThePredictedIntensityWhenTheSourceIsANeutronStar() {
        for (JsonNode vector : SharedReference.vectors("m7.predicted-intensity")) {
            JsonNode in = vector.get("inputs");
            if (in.get("form").asText().equals("paper")
                    && in.get("sin_theta_2_5").asDouble() == 1) {
                NeutronStar star = MagnificentSeven.named(in.get("name").asText());
                SignalModel model = SignalModels.named(
                        "magnificent-seven",
                        Map.of(
                                "star", star.name(),
                                "thetaRad", Double.toString(Math.PI / 2),
                                "luminosityErgPerS", in.get("L0_erg_s").asText()),
                        ONE_REGION);
                double radius = Math.pow(
                        MagnificentSeven.REFERENCE_RADIUS_KM / in.get("R_km").asDouble(), 1.2);
                double intensity = energyFlux(
                        model, star.lowerEnergyKeV(), in.get("g_product_GeV").asDouble(), 0);
                assertThat(intensity / radius)
                        .as(vector.get("id").asText())
                        .isCloseTo(vector.get("output").asDouble(), Percentage.withPercentage(0.05));
            }
        }
    }

    /** Suppression of J1856 at 2e-5 eV is 0.79914; massive conversion has the coefficient 1.528976e-4, not 1.5e-4. */
    @Test
    void shouldSuppressTheSignalWhenTheAxionIsMassive() {
        SignalModel model = SignalModels.named(
                "magnificent-seven", Map.of("star", "J1856", "thetaRad", Double.toString(Math.PI / 2)), ONE_REGION);
        double suppression = energyFlux(model, 2, 4e-20, 2e-5) / energyFlux(model, 2, 4e-20, 0);
        assertThat(suppression).isCloseTo(0.79914 * 1.528976 / 1.5, Percentage.withPercentage(0.1));
    }

    /** The mean of |sin theta|^(2/5) is Gamma(0.7)/(sqrt(pi) Gamma(1.2)) = 0.79761. */
    @Test
    void shouldAverageOverAnglesWhenNoneIsGiven() {
        EnergyBins bins = MagnificentSeven.named("J1308").bins();
        double average = SignalModels.named("magnificent-seven", Map.of("star", "J1308"), ONE_REGION)
                .template(bins, 4e-20, 0)[0];
        double perpendicular = SignalModels.named(
                        "magnificent-seven", Map.of("star", "J1308", "thetaRad", "1.5707963267948966"), ONE_REGION)
                .template(bins, 4e-20, 0)[0];
        assertThat(average / perpendicular).isCloseTo(0.79761, Percentage.withPercentage(0.5));
    }

    /**
     * Released model counts over predicted photons are the telescope: NuSTAR's two modules have some 800 cm^2 at 17.5
     * keV and 130 at 57.5 keV, of which the analysis region holds a part. The emission is one zone here and a sum over
     * stars there.
     */
    @Test
    void shouldImplyTheAreaOfTheTelescopeWhenTheReleasedModelIsDivided() throws IOException {
        assertArea("quintuplet", "Quintuplet_Axion", 4e-12, "quintuplet.csv");
        assertArea("westerlund-1", "Wd1_Axion", 5e-12, "westerlund1.csv");
    }

    @Test
    void shouldGoAsTheFourthPowerAndFollowTheRegionsWhenTheSourceIsACluster() throws IOException {
        SignalModel model = SignalModels.named(
                "star-cluster",
                Map.of("cluster", "westerlund-1"),
                Map.of("electronDensitiesPerCm3", densities("westerlund1.csv"), "signalFractions", new double[] {
                    0.5, 0.25
                }));
        double[][] weak = model.photonFluxes(CLUSTER_BINS, 1e-12, 1e-11);
        double[][] strong = model.photonFluxes(CLUSTER_BINS, 2e-12, 1e-11);
        assertThat(weak).hasDimensions(14, 2);
        assertThat(strong[3][1] / weak[3][1]).isCloseTo(16, Offset.offset(1e-9));
        assertThat(weak[3][0] / weak[3][1]).isCloseTo(2, Offset.offset(1e-12));
        assertThat(model.template(CLUSTER_BINS, 1e-12, 1e-11)[3 * 2 + 1]).isEqualTo(weak[3][1]);
    }

    @Test
    void shouldFoldCountsThroughTheResponse() throws IOException {
        SignalModel model = SignalModels.named(
                "star-cluster",
                Map.of("cluster", "westerlund-1"),
                Map.of("electronDensitiesPerCm3", densities("westerlund1.csv"), "signalFractions", new double[] {0.8}));
        EnergyBins bins = new EnergyBins(20, 25, 30);
        double[][] fluxes = model.photonFluxes(bins, 5e-12, 0);
        TelescopeResponse response =
                new TelescopeResponse(bins, new double[] {100, 50}, new double[][] {{0.9, 0.2}, {0.1, 0.8}}, 1e6);
        double[][] counts = model.counts(response, 5e-12, 0);
        assertThat(counts[0][0])
                .isCloseTo(1e6 * (90 * fluxes[0][0] + 10 * fluxes[1][0]), Percentage.withPercentage(1e-9));
        assertThat(counts[1][0])
                .isCloseTo(1e6 * (10 * fluxes[0][0] + 40 * fluxes[1][0]), Percentage.withPercentage(1e-9));
    }

    @Test
    void shouldNameWhatIsWrongWhenADescriptionIsBad() throws IOException {
        assertRefused("magnificent-eight", Map.of(), Map.of(), Reason.UNKNOWN_MODEL, "star-cluster");
        assertRefused("magnificent-seven", Map.of(), ONE_REGION, Reason.MISSING_PARAMETER, "star");
        assertRefused(
                "magnificent-seven",
                Map.of("star", "J1856", "temprature", "3"),
                ONE_REGION,
                Reason.UNKNOWN_PARAMETER,
                "temprature");
        assertRefused("magnificent-seven", Map.of("star", "J1"), ONE_REGION, Reason.UNKNOWN_STAR, "J1");
        assertRefused(
                "magnificent-seven",
                Map.of("star", "J1856", "temperatureKeV", "hot"),
                ONE_REGION,
                Reason.BAD_VALUE,
                "hot");
        assertRefused("m82-decay", Map.of("stars", "all"), Map.of(), Reason.BAD_VALUE, "whole-galaxy");
        assertRefused(
                "star-cluster",
                Map.of("cluster", "quintuplet"),
                Map.of("electronDensitiesPerCm3", densities("westerlund1.csv"), "signalFractions", new double[] {1}),
                Reason.LENGTH_MISMATCH,
                "8.3 kpc");
        assertRefused(
                "magnificent-seven",
                Map.of("star", "J1856"),
                Map.of("signalFractions", new double[] {0.7, 0.7}),
                Reason.BAD_VALUE,
                "1.4");
    }

    private static void assertRefused(
            String name, Map<String, String> words, Map<String, double[]> columns, Reason reason, String part) {
        XrayModelException refusal =
                catchThrowableOfType(XrayModelException.class, () -> SignalModels.named(name, words, columns));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageContaining(part);
    }

    private static double energyFlux(SignalModel model, double fromKeV, double coupling, double massEv) {
        int count = (int) Math.round((8 - fromKeV) / 0.1);
        EnergyBins bins = new EnergyBins(IntStream.rangeClosed(0, count)
                .mapToDouble(i -> fromKeV + 0.1 * i)
                .toArray());
        double[] photons = model.template(bins, coupling, massEv);
        return IntStream.range(0, count)
                .mapToDouble(i -> photons[i] * 0.5 * (bins.lowerKeV(i) + bins.upperKeV(i)) * ERG_PER_KEV)
                .sum();
    }

    private static void assertArea(String cluster, String column, double coupling, String sightline)
            throws IOException {
        double[] photons = SignalModels.named(
                        "star-cluster",
                        Map.of("cluster", cluster),
                        Map.of("electronDensitiesPerCm3", densities(sightline), "signalFractions", new double[] {1}))
                .template(CLUSTER_BINS, coupling, 1e-13);
        List<String> lines = Files.readAllLines(SharedReference.path("data/xray/star-clusters/Spectra.csv"));
        int index = List.of(lines.get(0).split(",", -1)).indexOf(column);
        double[] area = IntStream.range(0, 14)
                .mapToDouble(
                        bin -> Double.parseDouble(lines.get(bin + 2).split(",", -1)[index]) * 1e-4 * 5 / photons[bin])
                .toArray();
        assertThat(area[1]).as("%s at 15 to 20 keV", cluster).isBetween(100.0, 900.0);
        assertThat(area[1] / area[9]).as("%s, 17.5 over 57.5 keV", cluster).isBetween(4.0, 8.0);
    }

    private static double[] densities(String file) throws IOException {
        return Files.readAllLines(SharedReference.path("physics/sightlines/" + file)).stream()
                .filter(line -> !line.isEmpty() && Character.isDigit(line.charAt(0)))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(',') + 1)))
                .toArray();
    }
}
