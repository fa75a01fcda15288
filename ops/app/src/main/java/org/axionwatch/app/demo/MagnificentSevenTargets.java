package org.axionwatch.app.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.util.FastMath;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.xray.AxionPhotonConversion;
import org.axionwatch.physics.xray.BremsstrahlungSpectrum;
import org.axionwatch.physics.xray.EnergyBins;
import org.axionwatch.physics.xray.MagnificentSeven;
import org.axionwatch.physics.xray.NeutronStar;
import org.axionwatch.records.xray.XraySource;

/**
 * The Magnificent Seven of Buschmann et al. 2021 (PRL 126 021102): each is given Table I's intensity, or none where the
 * table's is negative, with the bremsstrahlung spectrum times E^-4/5 at its central core temperature, and is observed
 * until its expected error is the larger of Table I's two. The amplitude a = 1 is the intensity predicted at g_agamma
 * g_ann = 4e-20 GeV^-1, so the injections differ from star to star as the table does; alone none is expected at five
 * sigma.
 */
final class MagnificentSevenTargets {
    private static final double REFERENCE_COUPLING = 4e-20;

    /** Background in the source circle, s^-1, for each 1e-15 erg/cm2/s of Table I's error. */
    private static final double SOURCE_CIRCLE_BACKGROUND_RATE = 1.2e-3;

    private static final double LOW_KEV = 1;
    private static final double HIGH_KEV = 10;
    private static final double ERG_PER_KEV = 1000 * PhysicalConstants.ERG_PER_EV;
    private static final double INTENSITY_UNIT = 1e-15;

    private MagnificentSevenTargets() {}

    static List<XrayObservation> observations(CampaignOptions options) {
        return MagnificentSeven.stars().stream()
                .map(star -> observation(star, options))
                .toList();
    }

    private static XrayObservation observation(NeutronStar star, CampaignOptions options) {
        AxionPhotonConversion conversion = AxionPhotonConversion.atAngle(
                MagnificentSeven.REFERENCE_RADIUS_KM, Math.PI / 2, AxionPhotonConversion.Coefficient.PAPER);
        double predicted = MagnificentSeven.predictedIntensity(
                star, REFERENCE_COUPLING, MagnificentSeven.REFERENCE_LUMINOSITY_ERG_PER_S, conversion);
        double error = Math.max(star.intensity().errorAbove(), star.intensity().errorBelow());
        XrayTarget target = target(star, predicted, SOURCE_CIRCLE_BACKGROUND_RATE * error / INTENSITY_UNIT);
        double observed = Math.max(0, star.intensity().value());
        double injected = options.signals() ? observed : 0;
        Injection injection = new Injection(
                star.name(),
                Injection.Kind.MAGNIFICENT_SEVEN,
                null,
                injected / INTENSITY_UNIT,
                new Injection.Scale("1e-15 erg/cm2/s", predicted / INTENSITY_UNIT));
        int batches = target.batchesForError(observed / predicted, error / predicted);
        return new XrayObservation(target, batches, injected / predicted, injection);
    }

    private static XrayTarget target(NeutronStar star, double predictedIntensity, double backgroundRate) {
        PhotonSpectrum photons =
                new PhotonSpectrum(LOW_KEV, HIGH_KEV, energyKeV -> energySpectrum(star, energyKeV) / energyKeV);
        PhotonSpectrum background = new PhotonSpectrum(LOW_KEV, HIGH_KEV, energyKeV -> 1 / energyKeV);
        return new XrayTarget(
                source(star, predictedIntensity, photons),
                null,
                photons,
                new XrayTarget.Background(background, LOW_KEV, HIGH_KEV, backgroundRate));
    }

    private static XraySource source(NeutronStar star, double predictedIntensity, PhotonSpectrum photons) {
        double[] edges = edgesKeV(star.bins());
        PhotonSpectrum energy = new PhotonSpectrum(LOW_KEV, HIGH_KEV, energyKeV -> energySpectrum(star, energyKeV));
        double ergs = ERG_PER_KEV * energy.integral(star.lowerEnergyKeV(), NeutronStar.UPPER_ENERGY_KEV);
        return XraySource.newBuilder()
                .setSource(star.name())
                .setName("Magnificent Seven " + star.name())
                .setModel("template")
                .setHypothesis("nucleon-photon")
                .setCouplingName("g_agamma*g_ann")
                .setCouplingUnit("GeV^-1")
                .setReferenceCoupling(REFERENCE_COUPLING)
                .setCouplingPower(2)
                .setEnergyEdgesKeV(Arrays.stream(edges).boxed().toList())
                .setSignalPhotonFluxes(Arrays.stream(photons.integrals(edges))
                        .mapToObj(share -> predictedIntensity * share / ergs)
                        .toList())
                .setRegions(XrayField.regions())
                .setEffectiveAreaCm2(effectiveAreasCm2(edges))
                .build();
    }

    private static double[] edgesKeV(EnergyBins bins) {
        return IntStream.rangeClosed(0, bins.count())
                .mapToDouble(i -> i < bins.count() ? bins.lowerKeV(i) : bins.upperKeV(i - 1))
                .toArray();
    }

    /** Energy spectrum at Earth, any unit: emission times conversion probability. */
    private static double energySpectrum(NeutronStar star, double energyKeV) {
        return BremsstrahlungSpectrum.density(energyKeV / star.coreTemperature().value())
                * FastMath.pow(energyKeV, -0.8);
    }

    private static List<Double> effectiveAreasCm2(double[] edgesKeV) {
        return Arrays.stream(edgesKeV, 0, edgesKeV.length - 1)
                .mapToObj(lowKeV -> 820 - 80 * lowKeV)
                .toList();
    }
}
