package org.axionwatch.physics.dispersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.time.ModifiedJulianDate;
import org.axionwatch.physics.time.TimeScale;

/** Just enough of a FORMAT 1 .tim reader for tests; the real one lives with the topics. */
public final class TimFile {

    /** One TOA line. */
    public record Line(int index, String file, String site, ModifiedJulianDate time, String[] words) {
        public String flag(String name) {
            for (int i = 5; i < words.length - 1; i++) {
                if (words[i].equals("-" + name)) {
                    return words[i + 1];
                }
            }
            return "";
        }

        public double frequencyMHz() {
            return Double.parseDouble(words[1]);
        }

        public double uncertaintySeconds() {
            return Double.parseDouble(words[3]) * 1e-6;
        }
    }

    private TimFile() {}

    public static List<Line> read(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        for (String text : Files.readAllLines(file)) {
            String[] words = text.strip().split("\\s+");
            if (words.length >= 5 && !text.startsWith("C ") && !text.startsWith("#")) {
                int point = words[2].indexOf('.');
                ModifiedJulianDate time = new ModifiedJulianDate(
                        Integer.parseInt(words[2].substring(0, point)),
                        Double.parseDouble("0" + words[2].substring(point)));
                lines.add(new Line(lines.size(), words[0], words[4], time, words));
            }
        }
        return lines;
    }

    /** Frames by file name, of at least the given number of TOAs. */
    public static List<List<Line>> framesByFile(List<Line> lines, int smallest) {
        Map<String, List<Line>> frames = new LinkedHashMap<>();
        lines.forEach(line ->
                frames.computeIfAbsent(line.file(), name -> new ArrayList<>()).add(line));
        return frames.values().stream()
                .filter(frame -> frame.size() >= smallest)
                .toList();
    }

    /** A frame whose sub-integrations share a -subint flag, or lie within one second where there is none. */
    public static ObservedFrame frame(List<Line> lines) {
        List<ObservedToa> toas = new ArrayList<>();
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (Line line : lines) {
            String key = line.flag("subint");
            if (key.isEmpty()) {
                key = Long.toString(
                        Math.round(line.time().secondsSince(lines.get(0).time()) / 2));
            }
            int number = numbers.computeIfAbsent(key, k -> numbers.size());
            toas.add(new ObservedToa(
                    line.time(),
                    line.frequencyMHz(),
                    line.uncertaintySeconds(),
                    number,
                    List.of(new ToaFlag("f", line.flag("f")))));
        }
        String site = lines.get(0).site();
        boolean barycentred = site.equals("bat") || site.equals("@");
        return new ObservedFrame(site, barycentred ? TimeScale.TDB : TimeScale.UTC, toas);
    }
}
