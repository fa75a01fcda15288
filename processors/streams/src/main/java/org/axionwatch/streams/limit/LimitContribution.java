package org.axionwatch.streams.limit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.axionwatch.streams.step.StateBytes;

/** The newest that one pulsar or source says about a coupling. */
sealed interface LimitContribution {

    byte FORMAT = 2;
    byte PULSAR = 1;
    byte SOURCE = 2;

    /** Pulsar or source. */
    String contributor();

    void write(DataOutputStream out) throws IOException;

    /**
     * Stacked delays of a pulsar.
     *
     * @param contributor J-name
     * @param distancePc distance [pc]; NaN uses the setting
     * @param halfWidthMHz half width of the templates [MHz]
     * @param resonancesMHz resonance frequencies of the cells [MHz]
     * @param delays stacked delays and their uncertainties in those cells
     */
    record PulsarDelays(
            String contributor, double distancePc, double halfWidthMHz, double[] resonancesMHz, Delays delays)
            implements LimitContribution {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(PULSAR);
            out.writeUTF(contributor);
            out.writeDouble(distancePc);
            out.writeDouble(halfWidthMHz);
            StateBytes.writeDoubles(out, resonancesMHz);
            StateBytes.writeDoubles(out, delays.seconds());
            StateBytes.writeDoubles(out, delays.uncertaintiesSeconds());
        }

        private static PulsarDelays read(DataInputStream in) throws IOException {
            return new PulsarDelays(
                    in.readUTF(),
                    in.readDouble(),
                    in.readDouble(),
                    StateBytes.readDoubles(in),
                    new Delays(StateBytes.readDoubles(in), StateBytes.readDoubles(in)));
        }
    }

    /**
     * @param seconds delay on resonance in each cell, NaN where the pulsar does not see it [s]
     * @param uncertaintiesSeconds one standard deviation of each, NaN likewise [s]
     */
    record Delays(double[] seconds, double[] uncertaintiesSeconds) {}

    /**
     * Profile curves of an X-ray source.
     *
     * @param contributor source id
     * @param coupling what its amplitude measures
     * @param curves the profile at each axion mass
     */
    record SourceProfile(String contributor, Coupling coupling, List<Curve> curves) implements LimitContribution {

        @Override
        public void write(DataOutputStream out) throws IOException {
            out.writeByte(SOURCE);
            out.writeUTF(contributor);
            out.writeUTF(coupling.name());
            out.writeUTF(coupling.unit());
            out.writeDouble(coupling.reference());
            out.writeDouble(coupling.power());
            out.writeInt(curves.size());
            for (Curve curve : curves) {
                out.writeDouble(curve.massEv());
                StateBytes.writeDoubles(out, curve.amplitudes());
                StateBytes.writeDoubles(out, curve.profile());
                out.writeDouble(curve.expectedMedian());
            }
        }

        private static SourceProfile read(DataInputStream in) throws IOException {
            String contributor = in.readUTF();
            Coupling coupling = new Coupling(in.readUTF(), in.readUTF(), in.readDouble(), in.readDouble());
            List<Curve> curves = new ArrayList<>();
            for (int masses = in.readInt(); masses > 0; masses--) {
                curves.add(new Curve(
                        in.readDouble(), StateBytes.readDoubles(in), StateBytes.readDoubles(in), in.readDouble()));
            }
            return new SourceProfile(contributor, coupling, curves);
        }
    }

    /**
     * @param name name of the coupling
     * @param unit its unit
     * @param reference coupling at amplitude one, in that unit
     * @param power power of the coupling in the amplitude [1]
     */
    record Coupling(String name, String unit, double reference, double power) {

        boolean isComparableWith(Coupling other) {
            return name.equals(other.name) && unit.equals(other.unit) && power == other.power;
        }
    }

    /**
     * @param massEv axion mass [eV]
     * @param amplitudes grid of amplitudes [1]
     * @param profile q on that grid [1]
     * @param expectedMedian limit expected from background alone, NaN where there is none [1]
     */
    record Curve(double massEv, double[] amplitudes, double[] profile, double expectedMedian) {}

    static Serde<LimitContribution> serde() {
        return Serdes.serdeFrom(
                (topic, contribution) -> contribution == null ? null : bytes(contribution),
                (topic, bytes) -> bytes == null ? null : StateBytes.read(bytes, LimitContribution::read));
    }

    private static byte[] bytes(LimitContribution contribution) {
        return StateBytes.write(out -> {
            out.writeByte(FORMAT);
            contribution.write(out);
        });
    }

    private static LimitContribution read(DataInputStream in) throws IOException {
        StateBytes.requireFormat(in.readByte(), FORMAT, "contribution");
        return in.readByte() == PULSAR ? PulsarDelays.read(in) : SourceProfile.read(in);
    }
}
