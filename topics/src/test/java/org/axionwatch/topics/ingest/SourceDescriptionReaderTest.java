package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
