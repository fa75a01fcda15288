package org.axionwatch.streams.residual;

import org.axionwatch.physics.dispersion.InFrameProjection;

/**
 * @param minimumToas fewest TOAs that make a frame [1]
 * @param polynomialDegree highest power of ln nu fitted in each frame, 0 for none [1]
 * @param ghosts which instrument ghosts are predicted
 */
public record ResidualSettings(int minimumToas, int polynomialDegree, GhostSettings ghosts) {

    /** The archive convention of at least eight TOAs, no polynomial, ghosts of NANOGrav's back ends. */
    public static final ResidualSettings DEFAULT = new ResidualSettings(8, 0, GhostSettings.DEFAULT);

    public ResidualSettings {
        if (minimumToas < 1) {
            throw new IllegalArgumentException("minimum TOAs of a frame must be at least 1: " + minimumToas);
        }
        if (polynomialDegree < 0 || polynomialDegree > InFrameProjection.HIGHEST_DEGREE) {
            throw new IllegalArgumentException("degree of the polynomial in ln nu must be 0 to "
                    + InFrameProjection.HIGHEST_DEGREE + ": " + polynomialDegree);
        }
    }
}
