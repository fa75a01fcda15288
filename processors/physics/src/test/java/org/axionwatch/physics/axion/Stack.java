package org.axionwatch.physics.axion;

import java.util.List;
import org.axionwatch.physics.dispersion.InFrameResiduals;
import org.axionwatch.physics.dispersion.ObservedFrame;

/** Sums the products of frames in plain doubles. */
final class Stack {

    private Stack() {}

    static StackedEvidence of(MatchedFilterBank bank, List<ObservedFrame> frames, InFrameResiduals residuals) {
        double[] numerators = new double[bank.grid().count()];
        double[] denominators = new double[bank.grid().count()];
        for (ObservedFrame frame : frames) {
            MatchedFilterProducts products = bank.filter(residuals.of(frame).curve());
            double[] frameNumerators = products.numerators();
            double[] frameDenominators = products.denominators();
            for (int cell = 0; cell < numerators.length; cell++) {
                numerators[cell] += frameNumerators[cell];
                denominators[cell] += frameDenominators[cell];
            }
        }
        return StackedEvidence.of(new MatchedFilterProducts(bank.grid(), numerators, denominators));
    }
}
