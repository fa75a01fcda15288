package org.axionwatch.app.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axionwatch.physics.axion.InterleavedBand;

/** Writes bands with mirror images as a setting. */
final class InterleavedBands {

    private InterleavedBands() {}

    static SettingKind<List<InterleavedBand>> kind() {
        return new SettingKind<>(
                "BACKEND:RECEIVER:CENTRE:WIDTH[,...] with centre and width of the sampled band [MHz], or none",
                text -> text.equals(SettingKind.NONE)
                        ? List.of()
                        : Stream.of(text.split(",", -1))
                                .map(InterleavedBands::parse)
                                .toList());
    }

    static String written(List<InterleavedBand> bands) {
        return bands.stream()
                .map(band -> String.format(
                        Locale.ROOT,
                        "%s:%s:%.6g:%.6g",
                        band.backend(),
                        band.receiver(),
                        band.centreMHz(),
                        band.bandwidthMHz()))
                .map(text -> text.replaceAll("\\.0+(?=:|$)", ""))
                .collect(Collectors.joining(","));
    }

    private static InterleavedBand parse(String text) {
        String[] parts = text.strip().split(":", -1);
        if (parts.length != 4) {
            throw new IllegalArgumentException(text);
        }
        return new InterleavedBand(parts[0], parts[1], Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
    }
}
