package org.axionwatch.topics.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axionwatch.records.xray.XrayResponse;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/** A redistribution matrix with the effective area on its grid of true energies. Immutable. */
public final class InstrumentResponse {
    private final RedistributionMatrix matrix;
    private final double[] areaCm2;

    /**
     * @param area effective area, null where the matrix holds it (SPECRESP MATRIX)
     * @throws ArchiveFormatException GRID_MISMATCH where the grids of true energy differ
     */
    public InstrumentResponse(@Nullable EffectiveArea area, RedistributionMatrix matrix) {
        this.matrix = matrix;
        this.areaCm2 = new double[matrix.energies().size()];
        if (area == null) {
            Arrays.fill(areaCm2, 1);
            return;
        }
        int difference = area.energies().firstDifference(matrix.energies());
        if (difference >= 0) {
            throw new ArchiveFormatException(
                    Reason.GRID_MISMATCH,
                    area.place(),
                    "ENERG_LO to ENERG_HI of row " + (difference + 1) + " is not that of " + matrix.place());
        }
        System.arraycopy(area.areaCm2(), 0, areaCm2, 0, areaCm2.length);
    }

    /** Grid of true energies and channels. */
    public RedistributionMatrix matrix() {
        return matrix;
    }

    /**
     * Count rate in each channel.
     *
     * @param photonFluxes flux in each interval of true energy [photons cm^-2 s^-1]
     * @return [s^-1]
     */
    public double[] countRates(double[] photonFluxes) {
        double[] photons = photonFluxes.clone();
        for (int i = 0; i < photons.length; i++) {
            photons[i] *= areaCm2[i];
        }
        return matrix.redistribute(photons);
    }

    /** @throws ArchiveFormatException GRID_MISMATCH where a spectrum has other channels */
    public void requireChannelsOf(PhaSpectrum spectrum) {
        if (spectrum.firstChannel() != matrix.firstChannel()
                || spectrum.size() != matrix.channels().size()) {
            throw new ArchiveFormatException(
                    Reason.GRID_MISMATCH,
                    spectrum.file() + "[SPECTRUM]",
                    spectrum.describe() + ", but " + matrix.place() + " has "
                            + matrix.channels().size() + " from " + matrix.firstChannel());
        }
    }

    /**
     * Folds the response once onto wider bins, the same for true and measured energy: effective area and redistribution
     * averaged over each true bin for photons of equal density in energy. An interval or channel across an edge counts in
     * parts. Counts that photons of one bin cause outside all bins are lost; photons from outside the bins cause none.
     *
     * @param edgesKeV rising edges [keV]
     * @throws ArchiveFormatException OUT_OF_RANGE where the response does not cover a bin
     */
    public XrayResponse onto(String responseId, int version, List<Double> edgesKeV) {
        int bins = edgesKeV.size() - 1;
        Double[] areas = new Double[bins];
        Double[] redistribution = new Double[bins * bins];
        for (int bin = 0; bin < bins; bin++) {
            double[] channels = new double[matrix.channels().size()];
            double area = averages(edgesKeV.get(bin), edgesKeV.get(bin + 1), channels);
            areas[bin] = area;
            for (int measured = 0; measured < bins; measured++) {
                double part = within(channels, edgesKeV.get(measured), edgesKeV.get(measured + 1));
                redistribution[measured * bins + bin] = area > 0 ? part / area : 0.0;
            }
        }
        return new XrayResponse(
                responseId, version, new ArrayList<>(edgesKeV), Arrays.asList(areas), Arrays.asList(redistribution));
    }

    /** Mean effective area of a true bin [cm^2]; adds its share of each channel to {@code channels} [cm^2]. */
    private double averages(double lowerKeV, double upperKeV, double[] channels) {
        EnergyGrid energies = matrix.energies();
        double width = upperKeV - lowerKeV;
        double area = 0;
        double covered = 0;
        for (int i = 0; i < energies.size(); i++) {
            double overlap = overlap(energies, i, lowerKeV, upperKeV);
            if (overlap > 0) {
                covered += overlap;
                area += overlap / width * areaCm2[i];
                matrix.addRow(i, overlap / width * areaCm2[i], channels);
            }
        }
        if (!(covered >= width * 0.999)) {
            throw new ArchiveFormatException(
                    Reason.OUT_OF_RANGE,
                    matrix.place(),
                    "ENERG_LO to ENERG_HI covers " + covered + " keV of the bin from " + lowerKeV + " to " + upperKeV
                            + " keV");
        }
        return area;
    }

    private double within(double[] channels, double lowerKeV, double upperKeV) {
        EnergyGrid bounds = matrix.channels();
        double sum = 0;
        for (int i = 0; i < channels.length; i++) {
            if (channels[i] != 0) {
                double width = bounds.upperKeV()[i] - bounds.lowerKeV()[i];
                sum += channels[i] * overlap(bounds, i, lowerKeV, upperKeV) / width;
            }
        }
        return sum;
    }

    private static double overlap(EnergyGrid grid, int i, double lowerKeV, double upperKeV) {
        return Math.max(0, Math.min(upperKeV, grid.upperKeV()[i]) - Math.max(lowerKeV, grid.lowerKeV()[i]));
    }
}
