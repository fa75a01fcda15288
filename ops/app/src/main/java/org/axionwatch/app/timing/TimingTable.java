package org.axionwatch.app.timing;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.axionwatch.records.pulsar.TimingChannel;
import org.axionwatch.records.pulsar.TimingResidual;

/** Timing residuals as comma-separated values: a heading, then a line for each arrival time. */
public final class TimingTable {
    /** Name of the table among the results of a replay. */
    public static final String FILE = "timing-residuals.csv";

    private static final String HEADING = "pulsar,frame_id,version,toa_index,sub_integration,barycentric_frequency_mhz,"
            + "uncertainty_s,prefit_s,red_noise_s,whitened_s\n";

    private final PrintWriter out;

    private TimingTable(PrintWriter out) {
        this.out = out;
    }

    /** Writes every pulsar, by name. */
    public static void write(TimingSource source, Path folder) throws IOException {
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(folder.resolve(FILE), StandardCharsets.UTF_8))) {
            TimingTable table = begin(out);
            source.pulsars().forEach(pulsar -> source.residuals(pulsar, table::add));
            if (out.checkError()) {
                throw new IOException("cannot write " + FILE);
            }
        }
    }

    /** Writes the heading. */
    public static TimingTable begin(PrintWriter out) {
        out.print(HEADING);
        return new TimingTable(out);
    }

    /** Writes the lines of a frame. */
    public void add(TimingResidual frame) {
        String head = quoted(frame.getPulsar()) + ',' + quoted(frame.getFrameId()) + ',' + frame.getVersion() + ',';
        for (TimingChannel toa : frame.getChannels()) {
            out.print(head
                    + toa.getToaIndex()
                    + ','
                    + toa.getSubIntegration()
                    + ','
                    + toa.getBarycentricFrequencyMHz()
                    + ','
                    + toa.getUncertaintySeconds()
                    + ','
                    + toa.getPrefitSeconds()
                    + ','
                    + toa.getRedNoiseSeconds()
                    + ','
                    + toa.getWhitenedSeconds()
                    + '\n');
        }
    }

    /** As RFC 4180 has it. */
    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
