package org.axionwatch.physics.axion;

/**
 * Average of 1/|4 omega^2 - m^2| over a channel omega +- d, eV^-2, in one of its regularisations. All works in
 * x = omega - m/2, where the resonance is at zero: 4 omega^2 - m^2 = 4 x (x + m).
 *
 * @param regularisation which average
 * @param massEv axion mass m, eV
 * @param halfChannelEv half channel width d, eV
 * @param excisedEv half width of the interval about the resonance that the cutoff leaves out, eV
 */
record ChannelKernel(Regularisation regularisation, double massEv, double halfChannelEv, double excisedEv) {

    double average(double energyEv) {
        double fromResonance = energyEv - massEv / 2;
        return switch (regularisation) {
            case FLOOR -> 1 / (4 * Math.max(Math.abs(fromResonance), halfChannelEv) * (energyEv + massEv / 2));
            case PRINCIPAL_VALUE -> signedAverage(energyEv, fromResonance);
            case CUTOFF ->
                isOnResonance(fromResonance)
                        ? excisedAverage(fromResonance)
                        : Math.abs(signedAverage(energyEv, fromResonance));
        };
    }

    /** Average at the second energy minus average at the first. */
    double difference(double firstEv, double secondEv) {
        double first = firstEv - massEv / 2;
        double second = secondEv - massEv / 2;
        if (isOnResonance(first) || isOnResonance(second) || first * second < 0) {
            return average(secondEv) - average(firstEv);
        }
        double side = regularisation == Regularisation.PRINCIPAL_VALUE ? 1 : Math.signum(first);
        double squares = (firstEv - secondEv) * (firstEv + secondEv);
        if (regularisation == Regularisation.FLOOR) {
            return side * squares / (4 * first * (firstEv + massEv / 2) * second * (secondEv + massEv / 2));
        }
        double firstArgument = logArgument(firstEv, first);
        double change = firstArgument * logArgument(secondEv, second) * squares / (2 * halfChannelEv * massEv);
        return side * Math.log1p(change / (1 + firstArgument)) / normalisation();
    }

    private double signedAverage(double energyEv, double fromResonance) {
        if (!isOnResonance(fromResonance)) {
            return Math.log1p(logArgument(energyEv, fromResonance)) / normalisation();
        }
        double above = Math.max(fromResonance + halfChannelEv, excisedEv);
        double below = Math.max(halfChannelEv - fromResonance, excisedEv);
        double slowFactor = Math.log1p((above + below) / (massEv - below));
        return (Math.log(above / below) - slowFactor) / normalisation();
    }

    private double excisedAverage(double fromResonance) {
        double above = Math.max(fromResonance + halfChannelEv, excisedEv);
        double below = Math.max(halfChannelEv - fromResonance, excisedEv);
        double upper = Math.log(above / excisedEv) - Math.log1p((above - excisedEv) / (excisedEv + massEv));
        double lower = Math.log(below / excisedEv) - Math.log1p((excisedEv - below) / (massEv - excisedEv));
        return (upper + lower) / normalisation();
    }

    /** u with log(1 + u)/(8 d m) the average over a channel clear of the resonance. */
    private double logArgument(double energyEv, double fromResonance) {
        return 2 * halfChannelEv * massEv / ((fromResonance - halfChannelEv) * (energyEv + massEv / 2 + halfChannelEv));
    }

    private double normalisation() {
        return 8 * halfChannelEv * massEv;
    }

    private boolean isOnResonance(double fromResonance) {
        return Math.abs(fromResonance) <= halfChannelEv;
    }
}
