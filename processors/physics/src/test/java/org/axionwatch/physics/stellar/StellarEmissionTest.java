package org.axionwatch.physics.stellar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Percentage;
import org.axionwatch.physics.SharedReference;
import org.junit.jupiter.api.Test;

class StellarEmissionTest {

    /** The share of a WN star from 10 to 80 keV in the reference is 0.792. */
    @Test
    void shouldEmitThePublishedShareWhenTheStarIsAWolfRayetProfile() throws IOException {
        StellarEmission star = profile("WN");
        double band = star.luminosity(1e-12, 10, 80);
        double all = star.luminosity(1e-12, 0, Double.POSITIVE_INFINITY);
        assertThat(band / all).isCloseTo(0.792, Percentage.withPercentage(0.5));
    }

    /** An n = 3 polytrope with the same centre is within 8 to 12 % of real profiles. */
    @Test
    void shouldComeCloseToThePolytropeOfTheSameCentre() throws IOException {
        List<double[]> rows = rows("WN");
        double[] centre = rows.get(rows.size() - 1);
        Polytrope polytrope = new Polytrope(centre[2] / 1.160451812e7, matter(centre));
        double luminosity = profile("WN").luminosity(1e-12, 0, Double.POSITIVE_INFINITY);
        assertThat(luminosity)
                .isCloseTo(
                        polytrope.primakoffLuminosity(1e-12, 0, Double.POSITIVE_INFINITY),
                        Percentage.withPercentage(13));
    }

    /** The zones of a polytrope are a quadrature of the same integral. */
    @Test
    void shouldEqualTheIntegralOverTheRadiusWhenThePolytropeIsZones() {
        Polytrope polytrope = new Polytrope(
                17.5, new StellarMatter(970, Map.of(Nuclide.HE4, 0.5, Nuclide.C12, 0.3, Nuclide.O16, 0.2)));
        assertThat(new StellarEmission(polytrope.zones()).luminosity(1e-12, 10, 80))
                .isCloseTo(polytrope.primakoffLuminosity(1e-12, 10, 80), Percentage.withPercentage(1e-6));
    }

    /** 1.117e7 stars of the bursts: 49e6 solar masses over the mean mass. */
    @Test
    void shouldCountTheStarsOfTheBursts() {
        assertThat(StarNumber.BURSTS.stars()).isCloseTo(1.117e7, Percentage.withPercentage(0.3));
        assertThat(StarNumber.WHOLE_GALAXY.stars()).isEqualTo(1.8e10);
    }

    @Test
    void shouldNameWhatIsWrongWhenColumnsDiffer() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StellarEmission.ofShells(new double[2], new double[1], new double[1], List.of()))
                .withMessageContaining("2 radii");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StellarEmission(List.of()))
                .withMessageContaining("zones");
    }

    private static StellarEmission profile(String phase) throws IOException {
        List<double[]> rows = rows(phase);
        return StellarEmission.ofShells(
                rows.stream().mapToDouble(row -> row[0]).toArray(),
                rows.stream().mapToDouble(row -> row[1]).toArray(),
                rows.stream().mapToDouble(row -> row[2]).toArray(),
                rows.stream().map(StellarEmissionTest::matter).toList());
    }

    private static List<double[]> rows(String phase) throws IOException {
        List<double[]> rows = new ArrayList<>();
        for (String line :
                Files.readAllLines(SharedReference.path("data/xray/stellar-profiles/profile_" + phase + ".csv"))) {
            if (!line.startsWith("R_Rsun")) {
                rows.add(Arrays.stream(line.split(","))
                        .mapToDouble(Double::parseDouble)
                        .toArray());
            }
        }
        return rows;
    }

    /** What the columns leave to 1 is nitrogen and heavier; taken as Mg24. */
    private static StellarMatter matter(double[] row) {
        Map<Nuclide, Double> fractions = new EnumMap<>(Nuclide.class);
        Nuclide[] columns = {Nuclide.H1, Nuclide.HE4, Nuclide.C12, Nuclide.O16, Nuclide.NE20};
        double rest = 1;
        for (int i = 0; i < columns.length; i++) {
            fractions.put(columns[i], row[4 + i]);
            rest -= row[4 + i];
        }
        fractions.put(Nuclide.MG24, Math.max(0, rest));
        return new StellarMatter(row[3], fractions);
    }
}
