package org.axionwatch.topics.ingest;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.axionwatch.records.pulsar.BinaryOrbit;
import org.axionwatch.records.pulsar.DmxRange;
import org.axionwatch.records.pulsar.PhaseReference;
import org.axionwatch.records.pulsar.PositionFrame;
import org.axionwatch.records.pulsar.PulsarEphemeris;
import org.axionwatch.records.pulsar.RedNoise;
import org.axionwatch.records.time.MjdInstant;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;

/** Makes the record of the parameters of one pulsar. */
final class ParRecord {
    private static final Set<String> BINARY_NAMES = Set.of(
            "PB", "A1", "T0", "TASC", "OM", "ECC", "EPS1", "EPS2", "EPS1DOT", "EPS2DOT", "PBDOT", "XDOT", "OMDOT",
            "EDOT", "SINI", "M2", "GAMMA", "H3", "H4", "STIGMA", "NHARMS", "SHAPMAX", "KOM", "KIN", "MTOT", "DR", "DTH",
            "DTHETA", "A0", "B0", "LNEDOT", "XPBDOT");

    private static final Set<String> TEMPO_SCALED = Set.of("PBDOT", "XDOT", "EDOT", "XPBDOT", "EPS1DOT", "EPS2DOT");
    private static final double TEMPO_SCALE = 1e-12;
    private static final double TEMPO_SCALE_ABOVE = 1e-7;

    /** Microseconds in tempo's year, over 2 pi sqrt(3): the unit of RNAMP. */
    private static final double RNAMP_UNIT = 86_400.0 * 365.24 * 1e6 / (2 * Math.PI * Math.sqrt(3));

    private static final int DEFAULT_RED_COMPONENTS = 30;

    private final ParParameters parameters;

    ParRecord(ParParameters parameters) {
        this.parameters = parameters;
    }

    PulsarEphemeris ephemeris() {
        var builder = PulsarEphemeris.newBuilder()
                .setPulsar(parameters.require("PSR").value())
                .setFile(parameters.file());
        spin(builder);
        position(builder);
        dispersion(builder);
        var jumps = new ParJumps(parameters);
        List<String> fitted = new ArrayList<>(parameters.fitted());
        fitted.addAll(jumps.fitted());
        return builder.setJumps(jumps.jumps())
                .setFittedTerms(fitted)
                .setPhaseReference(phaseReference())
                .setBinary(binary())
                .setNoise(ParNoise.terms(parameters))
                .setRedNoise(redNoise())
                .setTimeUnits(parameters.text("UNITS", "TDB"))
                .setSolarSystemEphemeris(parameters.text("EPHEM", ""))
                .setClock(parameters.text("CLK", ""))
                .setUnknownLines(parameters.unknown())
                .build();
    }

    private void spin(PulsarEphemeris.Builder builder) {
        ParLine line = parameters.require("F0");
        double f0 = Numbers.positive(line.value(), "F0", line.place());
        BigDecimal exact = new BigDecimal(Numbers.decimal(line.value(), "F0", line.place()));
        builder.setSpinFrequencyHz(f0)
                .setSpinFrequencyRemainderHz(exact.subtract(new BigDecimal(f0)).doubleValue())
                .setSpinFrequencyDerivatives(parameters.series("F"));
        builder.setSpinEpoch(epoch(parameters.require("PEPOCH")));
    }

    private static MjdInstant epoch(ParLine line) {
        return Numbers.mjd(line.value(), line.key(), line.place());
    }

    private @Nullable MjdInstant optionalEpoch(String name) {
        return parameters.take(name).map(ParRecord::epoch).orElse(null);
    }

    private @Nullable PhaseReference phaseReference() {
        MjdInstant time = optionalEpoch("TZRMJD");
        if (time == null) {
            return null;
        }
        String site = parameters.text("TZRSITE", TimLine.BARYCENTRE_CODE);
        return new PhaseReference(time, TimLine.canonicalSite(site), parameters.number("TZRFRQ", 0));
    }

    private void position(PulsarEphemeris.Builder builder) {
        if (parameters.has("ELONG") || parameters.has("ELAT")) {
            builder.setPositionFrame(PositionFrame.ECLIPTIC)
                    .setLongitudeRad(Math.toRadians(parameters.require("ELONG").number()))
                    .setLatitudeRad(
                            latitude(Math.toRadians(parameters.require("ELAT").number())));
            motion(builder, "PMELONG", "PMELAT");
        } else if (parameters.has("RAJ") || parameters.has("DECJ")) {
            builder.setPositionFrame(PositionFrame.EQUATORIAL)
                    .setLongitudeRad(Sexagesimal.hours(parameters.require("RAJ")))
                    .setLatitudeRad(latitude(Sexagesimal.degrees(parameters.require("DECJ"))));
            motion(builder, "PMRA", "PMDEC");
        } else {
            builder.setPositionFrame(PositionFrame.NONE);
        }
        builder.setParallaxMas(parameters.number("PX", 0)).setPositionEpoch(optionalEpoch("POSEPOCH"));
    }

    private double latitude(double radians) {
        if (!(Math.abs(radians) <= Math.PI / 2)) {
            throw new ArchiveFormatException(Reason.OUT_OF_RANGE, parameters.file(), "latitude beyond 90 degrees");
        }
        return radians;
    }

    private void motion(PulsarEphemeris.Builder builder, String longitude, String latitude) {
        builder.setProperMotionLongitudeMasPerYear(parameters.number(longitude, 0))
                .setProperMotionLatitudeMasPerYear(parameters.number(latitude, 0));
    }

    private void dispersion(PulsarEphemeris.Builder builder) {
        ParLine line = parameters.require("DM");
        if (!(line.number() >= 0)) {
            throw new ArchiveFormatException(Reason.NOT_POSITIVE, line.place(), "DM is " + line.value());
        }
        builder.setDispersionMeasurePcPerCm3(line.number())
                .setDispersionMeasureDerivatives(parameters.series("DM"))
                .setDispersionMeasureEpoch(optionalEpoch("DMEPOCH"))
                .setDmxRanges(dmxRanges())
                .setFrequencyDependentDelaysSeconds(parameters.series("FD"));
    }

    private List<DmxRange> dmxRanges() {
        List<DmxRange> ranges = new ArrayList<>();
        for (ParLine line : parameters.all()) {
            if (line.key().startsWith("DMX_")) {
                String label = line.key().substring("DMX_".length());
                double start = parameters.require("DMXR1_" + label).number();
                double end = parameters.require("DMXR2_" + label).number();
                if (!(start <= end)) {
                    throw line.malformed("DMXR1 is after DMXR2");
                }
                parameters.use(line);
                ranges.add(new DmxRange(label, line.number(), start, end));
            }
        }
        return ranges;
    }

    private @Nullable BinaryOrbit binary() {
        ParLine model = parameters.take("BINARY").orElse(null);
        if (model == null) {
            return null;
        }
        var values = new TreeMap<String, Double>();
        for (ParLine line : parameters.all()) {
            String name = ParParameters.canonicalName(line);
            boolean isOrbit = BINARY_NAMES.contains(name) || name.matches("FB\\d{1,2}");
            if (isOrbit && Numbers.isNumber(line.value())) {
                values.put(name, scaled(name, line.number()));
                parameters.use(line);
            }
        }
        return new BinaryOrbit(model.value(), values);
    }

    private static double scaled(String name, double value) {
        boolean isScaled = TEMPO_SCALED.contains(name) && Math.abs(value) > TEMPO_SCALE_ABOVE;
        return isScaled ? value * TEMPO_SCALE : value;
    }

    private @Nullable RedNoise redNoise() {
        if (parameters.has("TNREDAMP") && parameters.has("TNREDGAM")) {
            return new RedNoise(
                    parameters.require("TNREDAMP").number(),
                    parameters.require("TNREDGAM").number(),
                    components());
        }
        if (parameters.has("RNAMP") && parameters.has("RNIDX")) {
            ParLine line = parameters.require("RNAMP");
            double amplitude = Numbers.positive(line.value(), "RNAMP", line.place());
            double index = parameters.require("RNIDX").number();
            return new RedNoise(Math.log10(amplitude / RNAMP_UNIT), -index, components());
        }
        return null;
    }

    private int components() {
        double count = parameters.number("TNREDC", DEFAULT_RED_COMPONENTS);
        if (!(count >= 1 && count <= 10_000)) {
            throw new ArchiveFormatException(Reason.OUT_OF_RANGE, parameters.file(), "TNREDC is " + count);
        }
        return (int) count;
    }
}
