package org.axionwatch.physics.xray;

import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Events as columns of equal length. The arrays are not copied: they are read once, by {@link EventSelector}.
 *
 * @param timesSeconds event times after the reference epoch, s
 * @param energiesKeV measured energies, keV
 * @param positionsX first position axis, pixel
 * @param positionsY second position axis, pixel
 */
public record EventColumns(double[] timesSeconds, float[] energiesKeV, float[] positionsX, float[] positionsY) {

    public EventColumns {
        int length = timesSeconds.length;
        if (energiesKeV.length != length || positionsX.length != length || positionsY.length != length) {
            throw new XrayModelException(
                    Reason.LENGTH_MISMATCH,
                    length + " times, " + energiesKeV.length + " energies, " + positionsX.length + " x and "
                            + positionsY.length + " y positions");
        }
    }

    public int length() {
        return timesSeconds.length;
    }
}
