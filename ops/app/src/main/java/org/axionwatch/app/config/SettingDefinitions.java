package org.axionwatch.app.config;

import static org.axionwatch.app.config.SettingGroup.CLUSTER;
import static org.axionwatch.app.config.SettingGroup.PROCESSORS;
import static org.axionwatch.app.config.SettingGroup.READING;
import static org.axionwatch.app.config.SettingGroup.SCIENCE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.axionwatch.physics.axion.InterleavedBand;
import org.axionwatch.physics.axion.LineShape;
import org.axionwatch.physics.dispersion.InFrameProjection;
import org.axionwatch.records.alert.Tense;
import org.axionwatch.topics.catalog.TopicCatalog;

/** Every setting there is, in the order they are documented. */
public final class SettingDefinitions {
    public static final Setting<String> BOOTSTRAP = new Setting<>(
            "bootstrap",
            CLUSTER,
            SettingKind.brokers(),
            null,
            "brokers of an existing cluster; embedded ones where unset");
    public static final Setting<String> REGISTRY = new Setting<>(
            "registry",
            CLUSTER,
            SettingKind.httpUrl(),
            null,
            "schema registry of the existing cluster (Confluent's API)");
    public static final Setting<Path> DATA_FOLDER = new Setting<>(
            "data-folder",
            CLUSTER,
            SettingKind.path(),
            "<checkout>/.axionwatch",
            "where the embedded cluster, the processors' state and the logs are kept");
    public static final Setting<Integer> PARTITIONS = new Setting<>(
            "partitions",
            CLUSTER,
            SettingKind.wholeNumber("partitions", 1, 1000),
            Integer.toString(TopicCatalog.DEFAULT_PARTITIONS),
            "partitions of each topic");
    public static final Setting<String> APPLICATION_ID = new Setting<>(
            "application-id",
            PROCESSORS,
            SettingKind.identifier(),
            "axionwatch",
            "consumer group and state of the processors, and the name of their dead-letter topic");

    public static final Setting<Integer> THREADS = new Setting<>(
            "threads", PROCESSORS, SettingKind.wholeNumber("threads", 1, 256), "1", "stream threads of this process");
    public static final Setting<Integer> STATUS_PORT = new Setting<>(
            "status-port",
            PROCESSORS,
            SettingKind.wholeNumber("port", 0, 65535),
            "8077",
            "port of the status page on the loopback interface; 0 for any that is free");

    public static final Setting<Integer> MIN_TOAS = new Setting<>(
            "min-toas", SCIENCE, SettingKind.wholeNumber("TOAs", 3, 1_000_000), "8", "fewest TOAs that make a frame");
    public static final Setting<Double> GRID_START = new Setting<>(
            "grid-start", SCIENCE, SettingKind.numberAbove(0, "MHz"), "1000", "lowest resonance frequency searched");
    public static final Setting<Double> GRID_STEP = new Setting<>(
            "grid-step", SCIENCE, SettingKind.numberAbove(0, "MHz"), "2", "step of the resonance frequencies searched");
    public static final Setting<Integer> GRID_COUNT = new Setting<>(
            "grid-count",
            SCIENCE,
            SettingKind.wholeNumber("frequencies", 1, 100_000),
            "501",
            "how many resonance frequencies are searched");
    public static final Setting<LineShape> LINE_SHAPE = new Setting<>(
            "line-shape",
            SCIENCE,
            SettingKind.choice(LineShape.class),
            "lorentzian",
            "shape of the resonance searched");
    public static final Setting<Double> HALF_WIDTH = new Setting<>(
            "half-width",
            SCIENCE,
            SettingKind.numberAbove(0, "MHz"),
            "5",
            "half width of the resonance at half its maximum");
    public static final Setting<Double> PRIOR_SNR = new Setting<>(
            "prior-snr",
            SCIENCE,
            SettingKind.numberAbove(0, "channel uncertainties"),
            "1",
            "scale of the prior on the delay on resonance");
    public static final Setting<Integer> POLYNOMIAL_DEGREE = new Setting<>(
            "polynomial-degree",
            SCIENCE,
            SettingKind.wholeNumber("powers of ln frequency", 0, InFrameProjection.HIGHEST_DEGREE),
            "0",
            "highest power of the logarithm of frequency fitted in each frame, beside what the .par removes");
    public static final Setting<List<InterleavedBand>> GHOST_BANDS = new Setting<>(
            "ghost-bands",
            SCIENCE,
            InterleavedBands.kind(),
            InterleavedBands.written(InterleavedBand.NANOGRAV),
            "back ends whose interleaved samplers mirror the band about its centre");
    public static final Setting<Double> GHOST_HALF_WIDTH = new Setting<>(
            "ghost-half-width",
            SCIENCE,
            SettingKind.numberAbove(0, "MHz"),
            "12",
            "largest distance from a predicted ghost that is vetoed");
    public static final Setting<Double> GHOST_OVERLAP = new Setting<>(
            "ghost-overlap",
            SCIENCE,
            SettingKind.numberBetween(0, 0.5, "turns"),
            "0.2",
            "largest phase between a pulse and its mirror image that is vetoed");
    public static final Setting<Set<String>> GHOST_CLEANED = new Setting<>(
            "ghost-cleaned",
            SCIENCE,
            SettingKind.words(),
            "12y,15y",
            "values of the TOA flag -proc of releases whose mirror image was removed");
    public static final Setting<Double> CANDIDATE_SIGMA = new Setting<>(
            "candidate-sigma",
            SCIENCE,
            SettingKind.numberAbove(0, "sigma, global"),
            "3",
            "significance from which a peak is tested against the nulls and, failing, recorded");
    public static final Setting<Double> SIGN_FLIP_SIGMA = new Setting<>(
            "sign-flip-sigma",
            SCIENCE,
            SettingKind.numberAbove(0, "sigma"),
            "2",
            "significance that it must keep against frames with random signs");
    public static final Setting<Double> SPLIT_PROBABILITY = new Setting<>(
            "split-probability",
            SCIENCE,
            SettingKind.numberBetween(0, 1, "probability"),
            "0.001",
            "probability of differing back ends, or halves of the data, below which it is rejected");
    public static final Setting<Double> ALERT_RAISE = new Setting<>(
            "alert-raise",
            SCIENCE,
            SettingKind.numberAbove(0, "sigma, global"),
            "5",
            "significance from which a candidate is raised");
    public static final Setting<Double> ALERT_RETRACT = new Setting<>(
            "alert-retract",
            SCIENCE,
            SettingKind.numberAbove(0, "sigma, global"),
            "4",
            "significance below which a candidate is retracted");
    public static final Setting<Double> ALERT_UPDATE = new Setting<>(
            "alert-update",
            SCIENCE,
            SettingKind.numberAbove(0, "sigma, global"),
            "0.5",
            "change of significance that is worth another notice");
    public static final Setting<Integer> ALERT_MIN_FRAMES = new Setting<>(
            "alert-min-frames",
            SCIENCE,
            SettingKind.wholeNumber("frames", 1, 1_000_000),
            "3",
            "fewest frames behind a candidate");
    public static final Setting<Boolean> THROTTLE = new Setting<>(
            "throttle",
            SCIENCE,
            SettingKind.yesOrNo(),
            "true",
            "whether the emission interval of an X-ray source holds; demo and replay: false");
    public static final Setting<Tense> TENSE = new Setting<>(
            "tense",
            SCIENCE,
            SettingKind.choice(Tense.class),
            "current",
            "what kind of truth alerts tell; replay: archival");

    public static final Setting<Integer> BATCH_EVENTS = new Setting<>(
            "batch-events",
            READING,
            SettingKind.wholeNumber("events", 1, 10_000),
            "500",
            "most X-ray events in one batch");
    public static final Setting<Boolean> ALLOW_OUTSIDE_INCLUDE = new Setting<>(
            "allow-outside-include",
            READING,
            SettingKind.yesOrNo(),
            "false",
            "whether a .tim file may include files outside its own folder");

    private static final List<Setting<?>> ALL = List.of(
            BOOTSTRAP,
            REGISTRY,
            DATA_FOLDER,
            PARTITIONS,
            APPLICATION_ID,
            THREADS,
            STATUS_PORT,
            MIN_TOAS,
            GRID_START,
            GRID_STEP,
            GRID_COUNT,
            LINE_SHAPE,
            HALF_WIDTH,
            PRIOR_SNR,
            POLYNOMIAL_DEGREE,
            GHOST_BANDS,
            GHOST_HALF_WIDTH,
            GHOST_OVERLAP,
            GHOST_CLEANED,
            CANDIDATE_SIGMA,
            SIGN_FLIP_SIGMA,
            SPLIT_PROBABILITY,
            ALERT_RAISE,
            ALERT_RETRACT,
            ALERT_UPDATE,
            ALERT_MIN_FRAMES,
            THROTTLE,
            TENSE,
            BATCH_EVENTS,
            ALLOW_OUTSIDE_INCLUDE);

    private SettingDefinitions() {}

    public static List<Setting<?>> all() {
        return ALL;
    }

    static Optional<Setting<?>> find(String name) {
        return ALL.stream().filter(setting -> setting.name().equals(name)).findFirst();
    }

    static void checkTogether(AxionSettings settings, List<String> mistakes) {
        if (settings.get(ALERT_RETRACT) > settings.get(ALERT_RAISE)) {
            mistakes.add("alert-retract is above alert-raise: a candidate would be retracted as it is raised");
        }
        if (settings.get(CANDIDATE_SIGMA) > settings.get(ALERT_RAISE)) {
            mistakes.add("candidate-sigma is above alert-raise: a candidate would be raised without its tests");
        }
        if (settings.find(REGISTRY).isPresent() && settings.find(BOOTSTRAP).isEmpty()) {
            mistakes.add("registry is set without bootstrap: they name the parts of one cluster");
        }
    }
}
