package org.axionwatch.streams.likelihood;

import java.util.Collections;
import java.util.List;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.xray.CountsModel;
import org.axionwatch.physics.xray.EnergyBins;
import org.axionwatch.physics.xray.EventSelector;
import org.axionwatch.physics.xray.Region;
import org.axionwatch.physics.xray.SourceLikelihoodCalculator;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;

/**
 * The physics of one source description, unpacked.
 *
 * @param description what it was made from
 * @param selector which bin and region an event belongs to
 * @param calculator the likelihood of summed counts
 * @param cells number of bins times regions [1]
 */
record SourceModel(
        ResolvedSource description, EventSelector selector, SourceLikelihoodCalculator calculator, int cells) {

    private static final int PROFILE_POINTS = 41;

    /** @throws BadRecordException INVALID_VALUE or INCONSISTENT_SHAPE where the description is impossible */
    static SourceModel of(ResolvedSource resolved) {
        XraySource source = resolved.source();
        try {
            EnergyBins bins = new EnergyBins(array(source.getEnergyEdgesKeV()));
            EventSelector selector = new EventSelector(
                    bins, source.getRegions().stream().map(SourceModel::region).toList());
            CountsModel model = new CountsModel(
                    signalRates(resolved, bins.count()),
                    source.getRegions().stream()
                            .mapToDouble(SkyRegion::getSignalFraction)
                            .toArray(),
                    source.getRegions().stream()
                            .mapToDouble(SkyRegion::getBackgroundShape)
                            .toArray());
            return new SourceModel(
                    resolved,
                    selector,
                    new SourceLikelihoodCalculator(model, JointFit.DEFAULT_THRESHOLD, PROFILE_POINTS),
                    bins.count() * source.getRegions().size());
        } catch (IllegalArgumentException e) {
            throw new BadRecordException(
                    Reason.INVALID_VALUE, e.getMessage() + " in the description of " + source.getSource(), e);
        }
    }

    private static Region region(SkyRegion region) {
        return switch (region.getShape()) {
            case CIRCLE -> new Region.Circle(region.getCentreX(), region.getCentreY(), region.getRadius());
            case ANNULUS ->
                new Region.Annulus(
                        region.getCentreX(), region.getCentreY(), region.getInnerRadius(), region.getRadius());
            case BOX -> new Region.Box(region.getCentreX(), region.getCentreY(), region.getWidth(), region.getHeight());
        };
    }

    private static double[] signalRates(ResolvedSource resolved, int bins) {
        XraySource source = resolved.source();
        XrayResponse response = resolved.response();
        double[] fluxes = array(source.getSignalPhotonFluxes());
        if (response == null) {
            requireLength("effective areas", source.getEffectiveAreaCm2(), bins, source);
            return CountsModel.signalRates(fluxes, array(source.getEffectiveAreaCm2()), identity(bins));
        }
        if (!response.getEnergyEdgesKeV().equals(source.getEnergyEdgesKeV())) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    "response " + response.getResponseId() + " has other energy bins than " + source.getSource());
        }
        requireLength("redistribution elements", response.getRedistribution(), bins * bins, source);
        return CountsModel.signalRates(
                fluxes, array(response.getEffectiveAreaCm2()), matrix(response.getRedistribution(), bins));
    }

    private static void requireLength(String what, List<Double> values, int length, XraySource source) {
        if (values.size() != length) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    values.size() + " " + what + " instead of " + length + " for " + source.getSource());
        }
    }

    private static double[][] identity(int bins) {
        double[][] matrix = new double[bins][bins];
        for (int i = 0; i < bins; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    private static double[][] matrix(List<Double> rowMajor, int bins) {
        double[][] matrix = new double[bins][bins];
        for (int i = 0; i < bins * bins; i++) {
            matrix[i / bins][i % bins] = rowMajor.get(i);
        }
        return matrix;
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Whether counts taken under one description mean the same under the other: equal bins and equal regions. */
    static boolean sameGeometry(XraySource one, XraySource other) {
        return one.getEnergyEdgesKeV().equals(other.getEnergyEdgesKeV())
                && outlines(one).equals(outlines(other));
    }

    private static List<List<Object>> outlines(XraySource source) {
        return Collections.unmodifiableList(source.getRegions().stream()
                .map(region -> List.<Object>of(
                        region.getShape(),
                        region.getCentreX(),
                        region.getCentreY(),
                        region.getInnerRadius(),
                        region.getRadius(),
                        region.getWidth(),
                        region.getHeight()))
                .toList());
    }
}
