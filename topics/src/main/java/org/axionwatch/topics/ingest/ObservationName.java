package org.axionwatch.topics.ingest;

import java.util.regex.Pattern;

/**
 * Name of the observation a TOA belongs to, from the first column of its line: the column itself, but where a
 * component names a sub-band of the Parkes ultra-wideband receiver ({@code .sbE2.}, PPTA DR3) the file name without it
 * and without folder, so that the sub-band files of one observation share it.
 */
final class ObservationName {
    private static final Pattern SUB_BAND = Pattern.compile("\\.sb[A-Z]\\d+(?=\\.|$)");

    private ObservationName() {}

    static String of(String column) {
        String file = column.substring(column.lastIndexOf('/') + 1);
        String joined = SUB_BAND.matcher(file).replaceAll("");
        return joined.equals(file) ? column : joined;
    }
}
