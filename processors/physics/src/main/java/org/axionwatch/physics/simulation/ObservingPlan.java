package org.axionwatch.physics.simulation;

import org.axionwatch.physics.ArgumentChecks;
import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * When a pulsar is observed: epochs at an even cadence, each of some sub-integrations without pause.
 *
 * @param startMjd day of the first epoch, MJD TDB
 * @param epochs number of epochs
 * @param cadenceDays from one epoch to the next, d
 * @param subIntegrations sub-integrations of an epoch
 * @param integrationSeconds length of a sub-integration, s
 */
public record ObservingPlan(
        int startMjd, int epochs, double cadenceDays, int subIntegrations, double integrationSeconds) {

    private static final int FIRST_MJD = 40_587;
    private static final int LAST_MJD = 200_000;

    public ObservingPlan {
        ArgumentChecks.positive("cadence", cadenceDays);
        ArgumentChecks.positive("length of a sub-integration", integrationSeconds);
        if (epochs < 1 || subIntegrations < 1) {
            throw new IllegalArgumentException(
                    "a plan needs at least one epoch of one sub-integration, not " + epochs + " of " + subIntegrations);
        }
        double observationDays = subIntegrations * integrationSeconds / PhysicalConstants.SECONDS_PER_DAY;
        if (!(observationDays < cadenceDays)) {
            throw new IllegalArgumentException(
                    "epochs of " + observationDays + " d overlap at a cadence of " + cadenceDays + " d");
        }
        double stopMjd = startMjd + epochs * cadenceDays;
        if (!(startMjd >= FIRST_MJD && stopMjd <= LAST_MJD)) {
            throw new IllegalArgumentException("observations from MJD " + startMjd + " to " + stopMjd
                    + " leave the range " + FIRST_MJD + " to " + LAST_MJD);
        }
    }

    /** Beginning of the first epoch. */
    public ModifiedJulianDate start() {
        return new ModifiedJulianDate(startMjd, 0);
    }

    /** From the first epoch's beginning to the last one's end, s. */
    public double spanSeconds() {
        return secondsToCentre(epochs - 1, subIntegrations - 1) + integrationSeconds / 2;
    }

    /** Time from the start to the middle of a sub-integration, both counted from 0, s. */
    double secondsToCentre(int epoch, int subIntegration) {
        return epoch * cadenceDays * PhysicalConstants.SECONDS_PER_DAY + (subIntegration + 0.5) * integrationSeconds;
    }

    /** Middle of a sub-integration. */
    ModifiedJulianDate centre(int epoch, int subIntegration) {
        double day = epoch * cadenceDays;
        double wholeDays = Math.floor(day);
        return new ModifiedJulianDate(startMjd + (int) wholeDays, day - wholeDays)
                .plusSeconds((subIntegration + 0.5) * integrationSeconds);
    }
}
