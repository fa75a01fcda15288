package org.axionwatch.app.demo;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.random.RandomDataGenerator;

/**
 * A photon spectrum tabulated on a fine grid of energies, for integrals over bands and for drawing energies. Between
 * two grid points the density is their mean, so that what is drawn and what is integrated are the same distribution.
 */
final class PhotonSpectrum {
    private static final int CELLS = 4_000;

    private final double lowKeV;
    private final double cellKeV;
    private final double[] cumulative = new double[CELLS + 1];

    /**
     * @param lowKeV lower end, keV
     * @param highKeV upper end, keV
     * @param density photons per keV at an energy in keV, in any unit
     */
    PhotonSpectrum(double lowKeV, double highKeV, DoubleUnaryOperator density) {
        this.lowKeV = lowKeV;
        this.cellKeV = (highKeV - lowKeV) / CELLS;
        for (int cell = 0; cell < CELLS; cell++) {
            double middle = lowKeV + (cell + 0.5) * cellKeV;
            cumulative[cell + 1] = cumulative[cell] + density.applyAsDouble(middle) * cellKeV;
        }
    }

    /** Integral of the density from one energy to another, in the density's unit times keV. */
    double integral(double fromKeV, double toKeV) {
        return cumulativeAt(toKeV) - cumulativeAt(fromKeV);
    }

    /** Integral over each of the bins that the edges bound. */
    double[] integrals(double[] edgesKeV) {
        double[] integrals = new double[edgesKeV.length - 1];
        for (int bin = 0; bin < integrals.length; bin++) {
            integrals[bin] = integral(edgesKeV[bin], edgesKeV[bin + 1]);
        }
        return integrals;
    }

    /** An energy drawn from the part of the spectrum between two energies, keV. */
    double draw(RandomDataGenerator random, double fromKeV, double toKeV) {
        double low = cumulativeAt(fromKeV);
        double target = low + random.nextUniform(0, 1) * (cumulativeAt(toKeV) - low);
        int found = Arrays.binarySearch(cumulative, target);
        int cell = Math.min(CELLS - 1, found >= 0 ? found : -found - 2);
        double inside = (target - cumulative[cell]) / (cumulative[cell + 1] - cumulative[cell]);
        return lowKeV + (cell + inside) * cellKeV;
    }

    private double cumulativeAt(double energyKeV) {
        double place = (energyKeV - lowKeV) / cellKeV;
        int cell = (int) Math.max(0, Math.min(CELLS - 1, Math.floor(place)));
        double inside = Math.max(0, Math.min(1, place - cell));
        return cumulative[cell] + inside * (cumulative[cell + 1] - cumulative[cell]);
    }
}
