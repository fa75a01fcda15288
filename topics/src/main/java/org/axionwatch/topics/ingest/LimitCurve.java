package org.axionwatch.topics.ingest;

import java.util.List;

/**
 * A limit on a coupling against the axion mass, in the two columns of the AxionLimits collection.
 *
 * @param name name of the file without its ending
 * @param massesEv axion masses in file order [eV]
 * @param couplings limit at each mass, in the unit of the file, mostly GeV^-1
 */
public record LimitCurve(String name, List<Double> massesEv, List<Double> couplings) {
    public LimitCurve {
        massesEv = List.copyOf(massesEv);
        couplings = List.copyOf(couplings);
    }
}
