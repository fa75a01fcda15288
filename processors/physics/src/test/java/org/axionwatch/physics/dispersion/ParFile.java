package org.axionwatch.physics.dispersion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axionwatch.physics.dispersion.Astrometry.Angles;
import org.axionwatch.physics.dispersion.Astrometry.Frame;
import org.axionwatch.physics.dispersion.Astrometry.ProperMotion;
import org.axionwatch.physics.time.ModifiedJulianDate;

/** Just enough of a .par reader to compare with other timing codes; the real one lives with the topics. */
public final class ParFile {

    private final Map<String, String> values = new HashMap<>();
    private final List<NoiseTerm> noise = new ArrayList<>();

    private ParFile(Path file) throws IOException {
        for (String line : Files.readAllLines(file)) {
            String[] words = line.strip().split("\\s+");
            if (words[0].startsWith("T2E") && words[1].startsWith("-")) {
                double scale = words[0].equals("T2EQUAD") ? 1e-6 : 1;
                noise.add(new NoiseTerm(
                        words[0].substring(2), words[1].substring(1), words[2], number(words[3]) * scale));
            } else if (words.length > 1 && !line.startsWith("#")) {
                values.put(words[0], words[1]);
            }
        }
    }

    public static TimingModel read(Path file) throws IOException {
        ParFile par = new ParFile(file);
        return new TimingModel(
                new SpinModel(par.value("F0"), 0, par.series("F", 1), par.epoch("PEPOCH"), TimeUnits.TDB),
                par.astrometry(),
                new DispersionTerms(
                        par.value("DM"),
                        par.series("DM", 1),
                        par.epoch(par.values.containsKey("DMEPOCH") ? "DMEPOCH" : "PEPOCH"),
                        par.ranges(),
                        par.series("FD", 1)),
                par.orbit(),
                new NoiseModel(par.noise));
    }

    private Astrometry astrometry() {
        ModifiedJulianDate epoch = epoch(values.containsKey("POSEPOCH") ? "POSEPOCH" : "PEPOCH");
        return values.containsKey("LAMBDA")
                ? new Astrometry(
                        Frame.ECLIPTIC,
                        new Angles(Math.toRadians(value("LAMBDA")), Math.toRadians(value("BETA"))),
                        new ProperMotion(value("PMLAMBDA"), value("PMBETA")),
                        value("PX"),
                        epoch)
                : new Astrometry(
                        Frame.EQUATORIAL,
                        new Angles(
                                Math.toRadians(15 * sexagesimal(values.get("RAJ"))),
                                Math.toRadians(sexagesimal(values.get("DECJ")))),
                        new ProperMotion(value("PMRA"), value("PMDEC")),
                        value("PX"),
                        epoch);
    }

    private BinaryOrbit orbit() {
        if (!values.containsKey("BINARY")) {
            return null;
        }
        Map<String, Double> parameters = new HashMap<>();
        for (String name : List.of(
                "A1", "PB", "T0", "TASC", "E", "ECC", "OM", "EPS1", "EPS2", "PBDOT", "XDOT", "OMDOT", "GAMMA", "M2",
                "SINI")) {
            if (values.containsKey(name)) {
                parameters.put(name, value(name));
            }
        }
        for (int k = 0; values.containsKey("FB" + k); k++) {
            parameters.put("FB" + k, value("FB" + k));
        }
        return new BinaryOrbit(values.get("BINARY"), parameters);
    }

    private List<DmxRange> ranges() {
        List<DmxRange> ranges = new ArrayList<>();
        for (String name : values.keySet()) {
            if (name.startsWith("DMX_")) {
                String label = name.substring(4);
                ranges.add(new DmxRange(label, value(name), value("DMXR1_" + label), value("DMXR2_" + label)));
            }
        }
        return ranges;
    }

    private List<Double> series(String prefix, int first) {
        List<Double> series = new ArrayList<>();
        for (int k = first; values.containsKey(prefix + k); k++) {
            series.add(value(prefix + k));
        }
        return series;
    }

    private ModifiedJulianDate epoch(String name) {
        return ModifiedJulianDate.of(value(name));
    }

    private double value(String name) {
        return values.containsKey(name) ? number(values.get(name)) : 0;
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace('D', 'e'));
    }

    private static double sexagesimal(String text) {
        String[] parts = text.split(":");
        double size = Math.abs(Double.parseDouble(parts[0]))
                + Double.parseDouble(parts[1]) / 60
                + Double.parseDouble(parts[2]) / 3600;
        return parts[0].startsWith("-") ? -size : size;
    }
}
