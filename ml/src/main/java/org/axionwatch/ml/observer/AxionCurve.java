package org.axionwatch.ml.observer;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.axionwatch.physics.axion.Axion;
import org.axionwatch.physics.axion.AxionDelayModel;
import org.axionwatch.physics.axion.FrequencyConvention;
import org.axionwatch.physics.dispersion.InFrameProjection;

/** Curves of the axion delay over the channels of a grid, scaled to a largest channel of one. */
final class AxionCurve {

    private static final double HERTZ_PER_MHZ = 1e6;

    /** Cancels in the scaling. */
    private static final double ANY_DECAY_CONSTANT_PER_GEV = 1e-10;

    private final ChannelGrid grid;
    private final UnaryOperator<double[]> projection;

    AxionCurve(ChannelGrid grid, Projection projection) {
        this.grid = grid;
        this.projection = projection == Projection.NONE ? UnaryOperator.identity() : projector(grid)::project;
    }

    ChannelGrid grid() {
        return grid;
    }

    /** The delay at the channel centres, floored within 100 kHz of the resonance, over its largest channel. */
    double[] atResonance(double resonanceMHz) {
        double massEv = FrequencyConvention.PHYSICAL.resonantMassEv(resonanceMHz * HERTZ_PER_MHZ);
        Axion axion = new Axion(massEv, ANY_DECAY_CONSTANT_PER_GEV);
        double[] curve = new double[grid.channels()];
        double largest = 0;
        for (int i = 0; i < curve.length; i++) {
            curve[i] = AxionDelayModel.DEFAULT.delaySeconds(grid.centreMHz(i) * HERTZ_PER_MHZ, axion);
            largest = Math.max(largest, curve[i]);
        }
        for (int i = 0; i < curve.length; i++) {
            curve[i] /= largest;
        }
        return curve;
    }

    /** What is left of a curve with unit noise in every channel. */
    double[] projected(double[] curve) {
        return projection.apply(curve);
    }

    private static InFrameProjection projector(ChannelGrid grid) {
        double[] unitNoise = new double[grid.channels()];
        Arrays.fill(unitNoise, 1);
        return InFrameProjection.of(grid.centresMHz(), unitNoise, new int[grid.channels()]);
    }
}
