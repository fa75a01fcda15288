package org.axionwatch.physics.galactic;

import org.axionwatch.physics.ArgumentChecks;

/**
 * A stretch of the way to Earth with constant field and density.
 *
 * @param firstFieldMicrogauss one transverse field component, microgauss, in any fixed orthogonal basis
 * @param secondFieldMicrogauss the other transverse component, microgauss
 * @param electronDensityPerCm3 free-electron density, cm^-3, at least 0
 * @param lengthKpc length, kpc
 */
public record PathCell(
        double firstFieldMicrogauss, double secondFieldMicrogauss, double electronDensityPerCm3, double lengthKpc) {

    public PathCell {
        ArgumentChecks.finite("field", firstFieldMicrogauss);
        ArgumentChecks.finite("field", secondFieldMicrogauss);
        ArgumentChecks.notNegative("electron density", electronDensityPerCm3);
        ArgumentChecks.positive("cell length", lengthKpc);
    }
}
