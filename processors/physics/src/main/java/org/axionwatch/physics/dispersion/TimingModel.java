package org.axionwatch.physics.dispersion;

import org.jspecify.annotations.Nullable;

/**
 * What a .par file says, as far as residuals inside a frame need it.
 *
 * @param spin rotation, with the time units of the whole model
 * @param astrometry position, null where the data are barycentred and none is given
 * @param dispersion dispersion and other chromatic terms
 * @param orbit orbit, null for a single pulsar
 * @param noise scaling of the uncertainties
 */
public record TimingModel(
        SpinModel spin,
        @Nullable Astrometry astrometry,
        DispersionTerms dispersion,
        @Nullable BinaryOrbit orbit,
        NoiseModel noise) {}
