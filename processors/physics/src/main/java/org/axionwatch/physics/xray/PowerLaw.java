package org.axionwatch.physics.xray;

import org.axionwatch.physics.xray.XrayModelException.Reason;

/**
 * Photon spectrum K (E / 1 keV)^-gamma.
 *
 * @param photonIndex gamma
 * @param normalisation K, photon flux density at 1 keV, photons cm^-2 s^-1 keV^-1
 */
public record PowerLaw(double photonIndex, double normalisation) {

    public PowerLaw {
        if (!(Math.abs(photonIndex) <= Double.MAX_VALUE && Math.abs(normalisation) <= Double.MAX_VALUE)) {
            throw new XrayModelException(
                    Reason.BAD_VALUE, "power law of index " + photonIndex + " and norm " + normalisation);
        }
    }

    /**
     * Photon flux in a band, integrated exactly.
     *
     * @param lowerKeV lower end, above 0, keV
     * @param upperKeV upper end, at least the lower, keV
     * @return flux, photons cm^-2 s^-1
     * @throws XrayModelException BAD_ENERGY_EDGES
     */
    public double photonFlux(double lowerKeV, double upperKeV) {
        if (!(lowerKeV > 0 && upperKeV >= lowerKeV && upperKeV <= Double.MAX_VALUE)) {
            throw new XrayModelException(Reason.BAD_ENERGY_EDGES, "band from " + lowerKeV + " to " + upperKeV + " keV");
        }
        double power = 1 - photonIndex;
        double logRatio = Math.log(upperKeV / lowerKeV);
        double perUnit = power == 0 ? logRatio : Math.pow(lowerKeV, power) * Math.expm1(power * logRatio) / power;
        return normalisation * perUnit;
    }
}
