package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axionwatch.records.xray.MassTemplate;
import org.axionwatch.records.xray.RegionShape;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceDescriptionReaderTest {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("axionwatch.root", ".."), "topics/src/main/examples/m82-chandra.yaml");

    @TempDir
    Path folder;

    private final SourceDescriptionReader reader = new SourceDescriptionReader();

    private String refusal(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), text);
        var message = new StringBuilder();
        assertThatThrownBy(() -> reader.read(file)).isInstanceOfSatisfying(ArchiveFormatException.class, e -> {
            assertThat(e.reason()).isEqualTo(Reason.INVALID_DESCRIPTION);
            message.append(e.getMessage());
        });
        return message.toString();
    }

    @Test
    void shouldReadTheCommittedExample() {
        var description = reader.read(EXAMPLE);

        assertThat(description.source().getSource()).isEqualTo("m82");
        assertThat(description.source().getEnergyEdgesKeV())
                .hasSize(7)
                .startsWith(2.0)
                .endsWith(8.0);
        assertThat(description.source().getRegions()).hasSize(2);
        assertThat(description.source().getRegions().get(1).getShape()).isEqualTo(RegionShape.ANNULUS);
        assertThat(description.response()).isNull();
        assertThat(description.columnX()).isEqualTo("X");
    }

    @Test
    void shouldReportEveryMistakeAtOnceWithItsLine() throws Exception {
        String text = Files.readString(EXAMPLE)
                .replace("[2.0, 3.0, 4.0", "[2.0, 4.0, 3.0")
                .replace("radius: 40.0", "radius: 0")
                .replace("couplingPower: 4", "couplingPower: .nan")
                .replace("version: 1", "versoin: 1");

        assertThat(refusal(text))
                .contains("versoin is unknown")
                .contains("couplingPower must be a finite number")
                .contains("energyEdgesKeV must rise")
                .contains("regions[0].radius must be positive")
                .containsPattern("line \\d+: ");
    }

    @Test
    void shouldNeedOneValueForEachBin() throws Exception {
        assertThat(refusal(Files.readString(EXAMPLE).replace("[430.0, ", "[")))
                .contains("effectiveAreaCm2 must have 6 values, one an energy bin, not 5");
    }

    @Test
    void shouldReadTemplateOfEachMassForAllRegionsOrForEach() throws Exception {
        Path file = Files.writeString(
                folder.resolve("s.yaml"),
                Files.readString(EXAMPLE)
                        + """
                          massTemplates:
                            - axionMassEv: 1.0e-6
                              signalPhotonFluxes: [1, 2, 3, 4, 5, 6]
                            - axionMassEv: 1.0e-5
                              signalPhotonFluxes: [1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0]
                          """);

        assertThat(reader.read(file).source().getMassTemplates())
                .extracting(MassTemplate::getAxionMassEv, template -> template.getSignalPhotonFluxes()
                        .size())
                .containsExactly(tuple(1e-6, 6), tuple(1e-5, 12));
    }

    @Test
    void shouldRefuseMassGivenTwiceOrTemplateOfAnotherLength() throws Exception {
        String template = "    - {axionMassEv: 1.0e-6, signalPhotonFluxes: [1, 2, 3, 4, 5%s]}\n";

        assertThat(refusal(Files.readString(EXAMPLE) + "massTemplates:\n"
                        + template.formatted(", 6").repeat(2)))
                .contains("massTemplates must have different masses");
        assertThat(refusal(Files.readString(EXAMPLE) + "massTemplates:\n" + template.formatted("")))
                .contains("massTemplates[0].signalPhotonFluxes must have 6 values");
    }

    @Test
    void shouldRefuseWhatIsNoMapping() throws Exception {
        assertThat(refusal("- a\n")).contains("must be a mapping");
        assertThat(refusal("")).contains("must be a mapping");
        assertThat(refusal("a: [1\n")).contains("s.yaml:");
    }

    private Path described(String text) throws IOException {
        return Files.writeString(folder.resolve("s.yaml"), text);
    }

    private static final String RESPONSE = "response: {responseId: acis, arf: %s, rmf: 3c273.rmf}\n";

    @Test
    void shouldFoldResponseFilesOntoTheBins() throws Exception {
        for (String name : List.of("3c273.arf", "3c273.rmf")) {
            Files.copy(SharedData.file("xray/chandra-3c273/" + name), folder.resolve(name));
        }
        String example = Files.readString(EXAMPLE).replaceAll("(?m)^effectiveAreaCm2:.*\n", "");

        var description = reader.read(described(example + RESPONSE.formatted("3c273.arf")));

        assertThat(description.source().getResponseId()).isEqualTo("acis");
        var response = description.response();
        assertThat(response.getEnergyEdgesKeV()).isEqualTo(description.source().getEnergyEdgesKeV());
        // SPECRESP averaged over 2 to 3 and 7 to 8 keV with numpy.
        assertThat(response.getEffectiveAreaCm2().get(0)).isCloseTo(83.38521604868401, within(1e-6));
        assertThat(response.getEffectiveAreaCm2().get(5)).isCloseTo(39.40767151042928, within(1e-6));
        // A photon of 2 to 3 keV is measured there more often than not, and nearly never above 7 keV.
        assertThat(response.getRedistribution().get(0)).isBetween(0.9, 1.0);
        assertThat(response.getRedistribution().get(5 * 6)).isLessThan(1e-6);
    }

    @Test
    void shouldRefuseResponseFilesOutsideTheFolderOrMissing() throws Exception {
        Files.copy(SharedData.file("xray/chandra-3c273/3c273.rmf"), folder.resolve("3c273.rmf"));
        Path inner = Files.createDirectory(folder.resolve("inner"));
        String text = Files.readString(EXAMPLE) + "response: {responseId: acis, rmf: ../3c273.rmf}\n";
        Path outside = Files.writeString(inner.resolve("s.yaml"), text);

        assertThatThrownBy(() -> reader.read(outside))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.OUTSIDE_FOLDER));
        assertThat(new SourceDescriptionReader(true).read(outside).response()).isNotNull();
        Path missing = described(Files.readString(EXAMPLE) + RESPONSE.formatted("no.arf"));
        assertThatThrownBy(() -> reader.read(missing))
                .isInstanceOfSatisfying(ArchiveFormatException.class, e -> assertThat(e.reason())
                        .isEqualTo(Reason.NOT_READABLE));
    }

    @Test
    void shouldPlaceRegionsOnTheSkyAndLeaveOutExclusions() throws Exception {
        String text = Files.readString(EXAMPLE)
                        .replaceFirst(
                                "centreX: 4451.0\\R +centreY: 3834.0",
                                "rightAscensionDegrees: 148.959167\n    declinationDegrees: 69.679722")
                + """
                skyReference: {rightAscensionDegrees: 149.09885492322, declinationDegrees: 69.715351594383}
                exclusions:
                  - {name: neighbour, shape: CIRCLE, centreX: 5.0, centreY: -7.0, radius: 3.0}
                """;

        var source = reader.read(described(text)).source();

        assertThat(source.getRegions().get(0).getCentreX()).isCloseTo(-174.63262933770505, within(1e-8));
        assertThat(source.getRegions().get(0).getCentreY()).isCloseTo(-128.06692601737177, within(1e-8));
        assertThat(source.getRegions()).hasSize(2);
        assertThat(source.getExclusions()).singleElement().satisfies(exclusion -> {
            assertThat(exclusion.getName()).isEqualTo("neighbour");
            assertThat(exclusion.getRadius()).isEqualTo(3);
        });
        assertThat(source.getSkyReference().getDeclinationDegrees()).isEqualTo(69.715351594383);
    }

    @Test
    void shouldRefuseDirectionsThatAreNoneOrWithoutReference() throws Exception {
        String text = Files.readString(EXAMPLE);
        assertThat(refusal(text + "skyReference: {rightAscensionDegrees: 400, declinationDegrees: -91}\n"))
                .contains("skyReference.rightAscensionDegrees must be at least 0 and below 360")
                .contains("skyReference.declinationDegrees must be from -90 to 90");
        assertThat(refusal(text.replaceFirst("centreX: 4451.0", "rightAscensionDegrees: 148.9")))
                .contains("regions[0].centreX is missing")
                .contains("regions[0].rightAscensionDegrees is unknown");
    }
}
