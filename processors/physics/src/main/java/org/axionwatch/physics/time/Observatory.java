package org.axionwatch.physics.time;

/**
 * A radio telescope fixed to the Earth, or the solar-system barycentre.
 *
 * @param name lower-case name, for example {@code arecibo}; {@code barycentre} for the barycentre
 * @param xMetres ITRF x, m
 * @param yMetres ITRF y, m
 * @param zMetres ITRF z, m
 */
public record Observatory(String name, double xMetres, double yMetres, double zMetres) {

    /** The solar-system barycentre: arrival times there are TDB and need no correction. */
    public static final Observatory BARYCENTRE = new Observatory("barycentre", 0, 0, 0);

    public Observatory {
        if (!Double.isFinite(xMetres) || !Double.isFinite(yMetres) || !Double.isFinite(zMetres)) {
            throw new IllegalArgumentException("observatory " + name + " has no finite position");
        }
    }

    public boolean isBarycentre() {
        return equals(BARYCENTRE);
    }
}
