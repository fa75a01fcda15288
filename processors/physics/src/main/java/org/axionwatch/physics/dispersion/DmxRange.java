package org.axionwatch.physics.dispersion;

/**
 * A dispersion-measure offset that holds for a range of dates (DMX).
 *
 * @param label number of the range as in the .par file, for example {@code 0003}
 * @param offsetPcPerCm3 offset, pc cm^-3
 * @param startMjd first date, MJD UTC
 * @param endMjd last date, MJD UTC
 */
public record DmxRange(String label, double offsetPcPerCm3, double startMjd, double endMjd) {

    public DmxRange {
        if (!Double.isFinite(offsetPcPerCm3) || !(startMjd <= endMjd)) {
            throw new IllegalArgumentException("DMX_" + label + " has no finite offset or an inverted range");
        }
    }

    boolean contains(double mjd) {
        return mjd >= startMjd && mjd <= endMjd;
    }
}
