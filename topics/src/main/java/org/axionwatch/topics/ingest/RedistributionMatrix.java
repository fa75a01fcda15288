package org.axionwatch.topics.ingest;

/**
 * Probability of each detector channel for a photon of each interval of true energy, without the zeros outside its groups
 * of channels (OGIP CAL/GEN/92-002a). Immutable.
 */
public final class RedistributionMatrix {
    private final String place;
    private final EnergyGrid energies;
    private final EnergyGrid channels;
    private final int firstChannel;
    private final Group[][] groups;

    /** Consecutive channels, the first counted from zero, and their probabilities. */
    @SuppressWarnings("ArrayRecordComponent")
    record Group(int start, double[] probabilities) {}

    RedistributionMatrix(String place, EnergyGrid energies, EnergyGrid channels, int firstChannel, Group[][] groups) {
        this.place = place;
        this.energies = energies;
        this.channels = channels;
        this.firstChannel = firstChannel;
        this.groups = groups;
    }

    /** File with extension. */
    public String place() {
        return place;
    }

    /** Intervals of true energy (ENERG_LO, ENERG_HI). */
    public EnergyGrid energies() {
        return energies;
    }

    /** Nominal energies of the channels (EBOUNDS). */
    public EnergyGrid channels() {
        return channels;
    }

    /** Number of the first channel. */
    public int firstChannel() {
        return firstChannel;
    }

    /**
     * Redistributes photons among channels.
     *
     * @param photons expected photons in each interval of true energy, any unit
     * @return the same unit in each channel
     */
    public double[] redistribute(double[] photons) {
        if (photons.length != energies.size()) {
            throw new IllegalArgumentException(
                    photons.length + " energies instead of " + energies.size() + " of " + place);
        }
        double[] sums = new double[channels.size()];
        for (int energy = 0; energy < photons.length; energy++) {
            addRow(energy, photons[energy], sums);
        }
        return sums;
    }

    /** Adds a multiple of the probabilities for one interval of true energy. */
    void addRow(int energy, double factor, double[] sums) {
        for (Group group : groups[energy]) {
            for (int i = 0; i < group.probabilities.length; i++) {
                sums[group.start + i] += factor * group.probabilities[i];
            }
        }
    }
}
