package org.axionwatch.app.config;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values a setting takes.
 *
 * @param accepted in words, with the unit in brackets: completes "is not ..." in an error, and documents the setting
 * @param parser throws IllegalArgumentException on everything else
 */
public record SettingKind<T>(String accepted, Function<String, T> parser) {
    static final String YES_OR_NO = "true or false";
    static final String NONE = "none";
    /** The system property by which the launcher tells the checkout's folder. */
    public static final String CHECKOUT_PROPERTY = "axionwatch.root";

    static final String CHECKOUT = "<checkout>";
    private static final String HOST_PORT = "[^,:\\s]+:\\d{1,5}";

    /** A whole number in [smallest, largest]. */
    public static SettingKind<Integer> wholeNumber(String unit, int smallest, int largest) {
        return new SettingKind<>("a whole number from " + smallest + " to " + largest + " [" + unit + "]", text -> {
            int value = Integer.parseInt(text);
            require(value >= smallest && value <= largest);
            return value;
        });
    }

    public static SettingKind<Long> seed() {
        return new SettingKind<>("a whole number", Long::parseLong);
    }

    /** A finite number above {@code bound}. */
    public static SettingKind<Double> numberAbove(double bound, String unit) {
        return new SettingKind<>("a number above " + plain(bound) + " [" + unit + "]", text -> {
            double value = Double.parseDouble(text);
            require(value > bound && value < Double.POSITIVE_INFINITY);
            return value;
        });
    }

    /** A number above {@code low} and up to {@code high}. */
    public static SettingKind<Double> numberBetween(double low, double high, String unit) {
        return new SettingKind<>(
                "a number above " + plain(low) + " and at most " + plain(high) + " [" + unit + "]", text -> {
                    double value = Double.parseDouble(text);
                    require(value > low && value <= high);
                    return value;
                });
    }

    /** Distinct words between commas, or {@code none}. */
    public static SettingKind<Set<String>> words() {
        return new SettingKind<>("WORD[,WORD...] or none", text -> {
            requireMatch(text, "[^,\\s]+(,[^,\\s]+)*");
            return text.equals(NONE) ? Set.of() : new LinkedHashSet<>(List.of(text.split(",", -1)));
        });
    }

    /** One constant of the enum, written in lower case with hyphens. */
    public static <E extends Enum<E>> SettingKind<E> choice(Class<E> type) {
        String names =
                Stream.of(type.getEnumConstants()).map(SettingKind::written).collect(Collectors.joining(", "));
        return new SettingKind<>(
                "one of " + names,
                text -> Enum.valueOf(
                        type, requireMatch(text, "[a-z0-9-]+").replace('-', '_').toUpperCase(Locale.ROOT)));
    }

    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static SettingKind<Boolean> yesOrNo() {
        return new SettingKind<>(
                YES_OR_NO, text -> requireMatch(text, "true|false").equals("true"));
    }

    /** A path from the current folder, or from the checkout where it begins with {@value #CHECKOUT}. */
    public static SettingKind<Path> path() {
        return new SettingKind<>("a path", text -> {
            try {
                String root = System.getProperty(CHECKOUT_PROPERTY, "");
                return Path.of(requireMatch(text, ".+").replace(CHECKOUT, root))
                        .toAbsolutePath()
                        .normalize();
            } catch (InvalidPathException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    /** {@code HOST:PORT[,HOST:PORT...]}. */
    public static SettingKind<String> brokers() {
        return new SettingKind<>(
                "HOST:PORT[,HOST:PORT...]", text -> requireMatch(text, HOST_PORT + "(," + HOST_PORT + ")*"));
    }

    public static SettingKind<String> httpUrl() {
        return new SettingKind<>("an http or https URL", text -> {
            URI uri = URI.create(text);
            require(uri.getHost() != null && String.valueOf(uri.getScheme()).matches("https?"));
            require(uri.getUserInfo() == null);
            return text;
        });
    }

    /** Letters, digits, dot, hyphen and underscore: legal in topic, group and folder names. */
    public static SettingKind<String> identifier() {
        return new SettingKind<>(
                "1 to 64 letters, digits, '-' or '_'", text -> requireMatch(text, "[a-zA-Z0-9_-]{1,64}"));
    }

    private static String requireMatch(String text, String pattern) {
        require(text.matches(pattern));
        return text;
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException();
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
