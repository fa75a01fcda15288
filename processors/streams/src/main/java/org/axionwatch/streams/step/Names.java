package org.axionwatch.streams.step;

import java.util.Locale;

/** Spelling of reasons in counters: {@code SINGLE_FREQUENCY} is counted as {@code single-frequency}. */
public final class Names {

    private Names() {}

    public static String hyphenated(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
