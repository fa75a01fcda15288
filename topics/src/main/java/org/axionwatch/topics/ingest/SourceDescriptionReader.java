package org.axionwatch.topics.ingest;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.axionwatch.records.TrustedRecords;
import org.axionwatch.records.xray.MassTemplate;
import org.axionwatch.records.xray.SkyPosition;
import org.axionwatch.records.xray.SkyRegion;
import org.axionwatch.records.xray.XraySource;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the YAML description of an X-ray source; the README of this module lists every key. Only plain values are
 * read: tags, aliases and merge keys construct nothing.
 */
public final class SourceDescriptionReader {
    private static final int MAX_CHARACTERS = 1 << 20;

    private final boolean outsideAllowed;

    /** Response files must lie in the folder of the description or below it. */
    public SourceDescriptionReader() {
        this(false);
    }

    /** @param outsideAllowed whether response files may lie outside the folder of the description */
    public SourceDescriptionReader(boolean outsideAllowed) {
        this.outsideAllowed = outsideAllowed;
    }

    /**
     * Reads a description, and the response files it names.
     *
     * @throws ArchiveFormatException listing every mistake with its line
     */
    public SourceDescription read(Path file) {
        TrustedRecords.trust();
        TextFile text = TextFile.read(file);
        List<String> mistakes = new ArrayList<>();
        Node root = compose(text);
        if (!(root instanceof MappingNode mapping)) {
            throw new ArchiveFormatException(Reason.INVALID_DESCRIPTION, text.name(), "it must be a mapping");
        }
        var map = new YamlMap("", mapping, mistakes);
        List<Double> edges = edges(map);
        var response = map.map("response").map(nested -> new ResponseDescription(nested, edges));
        SourceDescription description = description(map, edges, response.orElse(null));
        map.refuseOthers();
        if (!mistakes.isEmpty()) {
            throw new ArchiveFormatException(Reason.INVALID_DESCRIPTION, text.name(), String.join("; ", mistakes));
        }
        return response.isEmpty()
                ? description
                : description.withResponse(response.get().read(folder(file), outsideAllowed));
    }

    private static Path folder(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        return folder == null ? file.toAbsolutePath() : folder;
    }

    private static @Nullable Node compose(TextFile text) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(10);
        try {
            return new Yaml(new SafeConstructor(options)).compose(new StringReader(String.join("\n", text.lines())));
        } catch (MarkedYAMLException e) {
            String place = e.getProblemMark() == null
                    ? text.name()
                    : text.place(e.getProblemMark().getLine());
            throw new ArchiveFormatException(Reason.INVALID_DESCRIPTION, place, String.valueOf(e.getProblem()), e);
        } catch (YAMLException e) {
            throw new ArchiveFormatException(
                    Reason.INVALID_DESCRIPTION, text.name(), String.valueOf(e.getMessage()), e);
        }
    }

    private static SourceDescription description(
            YamlMap map, List<Double> edges, @Nullable ResponseDescription response) {
        int bins = Math.max(0, edges.size() - 1);
        SkyPosition sky =
                map.map("skyReference").map(SourceDescriptionReader::position).orElse(null);
        List<SkyRegion> regions = regions(map, sky);
        var source = XraySource.newBuilder()
                .setSource(map.text("source", null))
                .setVersion((int) map.number("version", 1.0))
                .setName(map.text("name", null))
                .setModel(map.text("model", "template"))
                .setHypothesis(map.text("hypothesis", null))
                .setCouplingName(map.text("couplingName", null))
                .setCouplingUnit(map.text("couplingUnit", null))
                .setReferenceCoupling(map.positive("referenceCoupling"))
                .setCouplingPower(map.positive("couplingPower"))
                .setAxionMassEv(map.number("axionMassEv", 0.0))
                .setEnergyEdgesKeV(edges)
                .setSignalPhotonFluxes(fluxes(map, bins, regions.size()))
                .setEffectiveAreaCm2(map.binned("effectiveAreaCm2", bins, response == null))
                .setRegions(regions)
                .setResponseId(response == null ? "" : response.responseId())
                .setEmissionIntervalSeconds(map.number("emissionIntervalSeconds", 0.0))
                .setMassTemplates(massTemplates(map, bins, regions.size()))
                .setSkyReference(sky)
                .setExclusions(exclusions(map, sky))
                .build();
        return new SourceDescription(source, null, map.text("columnX", "X"), map.text("columnY", "Y"));
    }

    private static SkyPosition position(YamlMap map) {
        SkyPosition position = RegionDescription.position(map);
        map.refuseOthers();
        return position;
    }

    private static List<SkyRegion> exclusions(YamlMap map, @Nullable SkyPosition sky) {
        return map.has("exclusions")
                ? map.maps("exclusions").stream()
                        .map(region -> RegionDescription.exclusion(region, sky))
                        .toList()
                : List.of();
    }

    private static List<Double> edges(YamlMap map) {
        List<Double> edges = map.numbers("energyEdgesKeV", true);
        if (map.has("energyEdgesKeV") && edges.size() < 2) {
            map.mistake("energyEdgesKeV", "must hold at least two edges");
        }
        for (int i = 0; i < edges.size(); i++) {
            if (!(edges.get(i) > (i == 0 ? 0 : edges.get(i - 1)))) {
                map.mistake("energyEdgesKeV", "must rise from above zero; edge " + (i + 1) + " is " + edges.get(i));
            }
        }
        return edges;
    }

    private static List<MassTemplate> massTemplates(YamlMap map, int bins, int regions) {
        List<MassTemplate> templates = new ArrayList<>();
        if (map.has("massTemplates")) {
            for (YamlMap template : map.maps("massTemplates")) {
                templates.add(new MassTemplate(template.positive("axionMassEv"), fluxes(template, bins, regions)));
                template.refuseOthers();
            }
        }
        if (templates.stream().map(MassTemplate::getAxionMassEv).distinct().count() != templates.size()) {
            map.mistake("massTemplates", "must have different masses");
        }
        return templates;
    }

    /** One flux a bin, or one a bin and region where the spectrum differs from region to region. */
    private static List<Double> fluxes(YamlMap map, int bins, int regions) {
        boolean regional = regions > 1 && map.count("signalPhotonFluxes") == bins * regions;
        return map.binned("signalPhotonFluxes", regional ? bins * regions : bins, true);
    }

    private static List<SkyRegion> regions(YamlMap map, @Nullable SkyPosition sky) {
        List<SkyRegion> regions = new ArrayList<>();
        for (YamlMap region : map.maps("regions")) {
            regions.add(RegionDescription.read(region, sky));
        }
        if (regions.stream().map(SkyRegion::getName).distinct().count() != regions.size()) {
            map.mistake("regions", "must have different names");
        }
        if (regions.stream().noneMatch(region -> region.getSignalFraction() > 0)) {
            map.mistake("regions", "must hold one with signalFraction above zero");
        }
        if (regions.stream().mapToDouble(SkyRegion::getSignalFraction).sum() > 1.000001) {
            map.mistake("regions", "hold more than the whole signal");
        }
        return regions;
    }
}
