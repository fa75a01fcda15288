package org.axionwatch.streams.likelihood;

import org.axionwatch.physics.xray.SourceLikelihoodCalculator;

/**
 * The likelihood of a source at one axion mass.
 *
 * @param axionMassEv axion mass, zero for the massless limit [eV]
 * @param calculator the likelihood of summed counts
 */
record MassModel(double axionMassEv, SourceLikelihoodCalculator calculator) {}
