package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.axionwatch.topics.ingest.StellarProfileReader.MassFractions;
import org.axionwatch.topics.ingest.StellarProfileReader.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StellarProfileReaderTest {
    private static final String HEADER = "R_Rsun,dR_cm,T_K,rho_gcc,X_H,Y_He,X_C,X_O,X_Ne\n";

    @TempDir
    private Path folder;

    @Test
    void shouldReadEveryShellWhenColumnsAreInAnyOrder() throws IOException {
        List<Shell> shells = read("T_K,extra,R_Rsun,dR_cm,rho_gcc,X_O,X_C,X_Ne,Y_He,X_H\n"
                + "2e8,9,0.5,1e7,900,0.2,0.3,0.1,0.35,0.02\n"
                + "1e8,9,0.6,2e7,800,0.2,0.3,0.1,0.4,0\n");
        assertThat(shells).hasSize(2);
        assertThat(shells.get(0))
                .isEqualTo(new Shell(0.5, 1e7, 2e8, 900, new MassFractions(0.02, 0.35, 0.3, 0.2, 0.1)));
        assertThat(shells.get(0).massFractions().rest()).isCloseTo(0.03, Offset.offset(1e-12));
        assertThat(shells.get(1).massFractions().rest()).isCloseTo(0, Offset.offset(1e-12));
    }

    /** The core of the WN star has 16.86 keV. */
    @Test
    void shouldReadTheSixPublishedPhasesOfAStar() {
        for (String phase : List.of("3_Myr", "He_ignition", "WNh", "WN", "WC", "WO")) {
            List<Shell> shells =
                    new StellarProfileReader().read(SharedData.file("xray/stellar-profiles/profile_" + phase + ".csv"));
            assertThat(shells).as(phase).hasSizeGreaterThan(600);
            if (phase.equals("WN")) {
                double hottest = shells.stream()
                        .mapToDouble(Shell::temperatureKelvin)
                        .max()
                        .orElseThrow();
                assertThat(hottest / 1.160451812e7).isCloseTo(16.86, Offset.offset(0.01));
            }
        }
    }

    @Test
    void shouldNameFileLineAndReasonWhenAShellIsBad() throws IOException {
        assertRefused(HEADER, Reason.MALFORMED_TABLE, "profile.csv");
        assertRefused("R_Rsun,T_K\n1,2\n", Reason.MISSING_COLUMN, "profile.csv:1");
        assertRefused(HEADER + "1,2,3\n", Reason.MALFORMED_TABLE, "profile.csv:2");
        assertRefused(HEADER + "1,1e7,hot,1,0,1,0,0,0\n", Reason.MALFORMED_NUMBER, "profile.csv:2");
        assertRefused(HEADER + "1,1e7,-3,1,0,1,0,0,0\n", Reason.NOT_POSITIVE, "T_K");
        assertRefused(HEADER + "1,1e7,3,1,0,1,0.2,0,0\n", Reason.OUT_OF_RANGE, "mass fractions");
        assertRefused(HEADER + "1,1e7,3,1,0,1,0,0,0", Reason.TRUNCATED, "profile.csv:2");
    }

    private void assertRefused(String content, Reason reason, String part) throws IOException {
        Files.writeString(folder.resolve("profile.csv"), content);
        ArchiveFormatException refusal = catchThrowableOfType(
                ArchiveFormatException.class, () -> new StellarProfileReader().read(folder.resolve("profile.csv")));
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageContaining(part);
    }

    private List<Shell> read(String content) throws IOException {
        return new StellarProfileReader().read(Files.writeString(folder.resolve("profile.csv"), content));
    }
}
