package org.axionwatch.streams.residual;

/**
 * @param minimumToas fewest TOAs that make a frame [1]
 */
public record ResidualSettings(int minimumToas) {

    /** The archive convention: a frame is at least eight TOAs. */
    public static final ResidualSettings DEFAULT = new ResidualSettings(8);

    public ResidualSettings {
        if (minimumToas < 1) {
            throw new IllegalArgumentException("minimum TOAs of a frame must be at least 1: " + minimumToas);
        }
    }
}
