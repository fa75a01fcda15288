package org.axionwatch.topics.ingest;

/** Angles written {@code 19:33:32.41} or {@code -62:11:46.7}. */
final class Sexagesimal {
    private static final double DEGREES_PER_HOUR = 15;

    private Sexagesimal() {}

    /** Right ascension in hours, as radians. */
    static double hours(ParLine line) {
        return Math.toRadians(value(line) * DEGREES_PER_HOUR);
    }

    /** Declination in degrees, as radians. */
    static double degrees(ParLine line) {
        return Math.toRadians(value(line));
    }

    private static double value(ParLine line) {
        String text = line.value();
        boolean negative = text.startsWith("-");
        String[] parts = text.replaceFirst("^[+-]", "").split(":", -1);
        if (parts.length > 3) {
            throw line.malformed(text);
        }
        double value = 0;
        double unit = 1;
        for (int i = 0; i < parts.length; i++) {
            double part = Numbers.number(parts[i], line.key(), line.place());
            if (!(part >= 0) || i > 0 && !(part < 60.000001)) {
                throw line.malformed(text);
            }
            value += part / unit;
            unit *= 60;
        }
        return negative ? -value : value;
    }
}
