package org.axionwatch.topics.ingest;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Energy of an event from its column: an energy in eV or keV as TUNIT says, or a pulse invariant channel by mission.
 *
 * @param offsetKeV energy of value zero [keV]
 * @param keVPerUnit slope [keV]
 */
record EnergyScale(double offsetKeV, double keVPerUnit) {
    private static final Map<String, EnergyScale> BY_MISSION = Map.of(
            "NUSTAR", new EnergyScale(1.60, 0.04),
            "XMM", new EnergyScale(0, 0.001),
            "CHANDRA", new EnergyScale(-0.0073, 0.0146));

    static @Nullable EnergyScale ofUnit(String unit) {
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "ev" -> new EnergyScale(0, 0.001);
            case "kev" -> new EnergyScale(0, 1);
            default -> null;
        };
    }

    static @Nullable EnergyScale ofMission(String telescope) {
        return BY_MISSION.get(telescope.toUpperCase(Locale.ROOT));
    }

    float energyKeV(double value) {
        return (float) (offsetKeV + keVPerUnit * value);
    }
}
