package org.axionwatch.physics.xray;

import java.util.Arrays;
import org.axionwatch.physics.xray.XrayModelException.Reason;

/** Contiguous energy bins, each [lower, upper) in keV. Immutable. */
public final class EnergyBins {

    /** Index of an energy in no bin. */
    public static final int NONE = -1;

    private static final int COUNTED_BINS = 32;

    private final double[] edgesKeV;

    /**
     * @param edgesKeV strictly rising edges, none negative, keV, one more than bins
     * @throws XrayModelException BAD_ENERGY_EDGES
     */
    public EnergyBins(double... edgesKeV) {
        if (edgesKeV.length < 2) {
            throw new XrayModelException(Reason.BAD_ENERGY_EDGES, edgesKeV.length + " edges");
        }
        double previous = -Double.MIN_VALUE;
        for (double edge : edgesKeV) {
            if (!(edge > previous && edge <= Double.MAX_VALUE)) {
                throw new XrayModelException(Reason.BAD_ENERGY_EDGES, Arrays.toString(edgesKeV));
            }
            previous = edge;
        }
        this.edgesKeV = edgesKeV.clone();
    }

    /** Number of bins. */
    public int count() {
        return edgesKeV.length - 1;
    }

    public double lowerKeV(int bin) {
        return edgesKeV[bin];
    }

    public double upperKeV(int bin) {
        return edgesKeV[bin + 1];
    }

    /** Bin that holds an energy, or {@link #NONE}. */
    public int indexOf(double energyKeV) {
        if (!(energyKeV >= edgesKeV[0] && energyKeV < edgesKeV[edgesKeV.length - 1])) {
            return NONE;
        }
        return count() <= COUNTED_BINS ? edgesUpTo(energyKeV) : search(energyKeV);
    }

    /** Counts inner edges without branching on the energy, which no processor can predict. */
    private int edgesUpTo(double energyKeV) {
        int bin = 0;
        for (int edge = 1; edge < edgesKeV.length - 1; edge++) {
            bin += energyKeV >= edgesKeV[edge] ? 1 : 0;
        }
        return bin;
    }

    private int search(double energyKeV) {
        int found = Arrays.binarySearch(edgesKeV, energyKeV);
        return found >= 0 ? found : -found - 2;
    }
}
