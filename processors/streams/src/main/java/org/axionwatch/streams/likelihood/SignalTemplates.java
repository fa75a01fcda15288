package org.axionwatch.streams.likelihood;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axionwatch.physics.likelihood.JointFit;
import org.axionwatch.physics.xray.CountsModel;
import org.axionwatch.physics.xray.SourceLikelihoodCalculator;
import org.axionwatch.records.xray.MassTemplate;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.streams.step.BadRecordException;
import org.axionwatch.streams.step.BadRecordException.Reason;

/** Unpacks the signal of a source at each axion mass, folded through its response. */
final class SignalTemplates {

    private static final int PROFILE_POINTS = 41;

    private final XraySource source;
    private final int bins;
    private final double[] effectiveAreaCm2;
    private final double[][] redistribution;

    /** @throws BadRecordException INCONSISTENT_SHAPE where the response does not fit the bins */
    SignalTemplates(ResolvedSource resolved, int bins) {
        this.source = resolved.source();
        this.bins = bins;
        XrayResponse response = resolved.response();
        if (response == null) {
            effectiveAreaCm2 = array("effective areas", source.getEffectiveAreaCm2(), bins);
            redistribution = identity(bins);
            return;
        }
        if (!response.getEnergyEdgesKeV().equals(source.getEnergyEdgesKeV())) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    "response " + response.getResponseId() + " has other energy bins than " + source.getSource());
        }
        effectiveAreaCm2 = array("effective areas", response.getEffectiveAreaCm2(), bins);
        redistribution = matrix(array("redistribution elements", response.getRedistribution(), bins * bins));
    }

    /** @throws BadRecordException INCONSISTENT_SHAPE or INVALID_VALUE where a template is impossible */
    List<MassModel> masses() {
        List<MassModel> masses = new ArrayList<>();
        masses.add(mass(source.getAxionMassEv(), source.getSignalPhotonFluxes()));
        Set<Double> seen = new HashSet<>(Set.of(source.getAxionMassEv()));
        for (MassTemplate template : source.getMassTemplates()) {
            if (!(template.getAxionMassEv() >= 0) || !seen.add(template.getAxionMassEv())) {
                throw new BadRecordException(
                        Reason.INVALID_VALUE,
                        "axion mass " + template.getAxionMassEv() + " eV is impossible or given twice for "
                                + source.getSource());
            }
            masses.add(mass(template.getAxionMassEv(), template.getSignalPhotonFluxes()));
        }
        return List.copyOf(masses);
    }

    private MassModel mass(double axionMassEv, List<Double> fluxes) {
        double[] shapes = source.getRegions().stream()
                .mapToDouble(SkyRegion::getBackgroundShape)
                .toArray();
        CountsModel model = fluxes.size() == bins
                ? new CountsModel(fold(array("photon fluxes", fluxes, bins)), signalFractions(), shapes)
                : new CountsModel(foldRegions(array("photon fluxes", fluxes, bins * shapes.length)), shapes);
        return new MassModel(
                axionMassEv, new SourceLikelihoodCalculator(model, JointFit.DEFAULT_THRESHOLD, PROFILE_POINTS));
    }

    private double[] signalFractions() {
        return source.getRegions().stream()
                .mapToDouble(SkyRegion::getSignalFraction)
                .toArray();
    }

    private double[][] foldRegions(double[] fluxes) {
        int regions = source.getRegions().size();
        double[][] rates = new double[bins][regions];
        for (int region = 0; region < regions; region++) {
            double[] spectrum = new double[bins];
            for (int bin = 0; bin < bins; bin++) {
                spectrum[bin] = fluxes[bin * regions + region];
            }
            double[] folded = fold(spectrum);
            for (int bin = 0; bin < bins; bin++) {
                rates[bin][region] = folded[bin];
            }
        }
        return rates;
    }

    private double[] fold(double[] fluxes) {
        return CountsModel.signalRates(fluxes, effectiveAreaCm2, redistribution);
    }

    private double[] array(String what, List<Double> values, int length) {
        if (values.size() != length) {
            throw new BadRecordException(
                    Reason.INCONSISTENT_SHAPE,
                    values.size() + " " + what + " instead of " + length + " for " + source.getSource());
        }
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double[][] identity(int bins) {
        double[][] matrix = new double[bins][bins];
        for (int i = 0; i < bins; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    private double[][] matrix(double[] rowMajor) {
        double[][] matrix = new double[bins][bins];
        for (int i = 0; i < rowMajor.length; i++) {
            matrix[i / bins][i % bins] = rowMajor[i];
        }
        return matrix;
    }
}
