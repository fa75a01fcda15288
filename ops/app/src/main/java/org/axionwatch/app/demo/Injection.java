package org.axionwatch.app.demo;

import org.jspecify.annotations.Nullable;

/**
 * What the campaign put into one source: the truth that the closing table is compared with.
 *
 * @param subject pulsar or X-ray source, the key of its records
 * @param kind what kind of source it is
 * @param resonanceFrequencyMHz barycentric resonance frequency, MHz; null where no resonance was injected
 * @param amplitude injected amplitude in {@code scale}'s unit; zero for a null source
 * @param scale unit of the amplitude
 */
record Injection(String subject, Kind kind, @Nullable Double resonanceFrequencyMHz, double amplitude, Scale scale) {

    /** What a source is to the campaign. */
    enum Kind {
        /** A pulsar; with an amplitude of zero it must stay silent. */
        PULSAR,
        /** One of the Magnificent Seven: injected at Table I's intensity, too faint to raise an alert alone. */
        MAGNIFICENT_SEVEN,
        /** An X-ray source bright enough to raise an alert, unless its amplitude is zero. */
        X_RAY_EXCESS
    }

    /**
     * @param unit unit of the injected amplitude
     * @param perRecordAmplitude what one unit of the amplitude in the output records is worth in that unit
     */
    record Scale(String unit, double perRecordAmplitude) {}

    /** Whether the stream must raise a candidate. */
    boolean mustAlert() {
        return kind != Kind.MAGNIFICENT_SEVEN && amplitude > 0;
    }
}
