package org.axionwatch.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.axionwatch.app.SharedData;
import org.axionwatch.app.timing.TimingTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Expected numbers: the README of the reference data, and the issue that gave them. */
class ReplayIT {
    private static final String EVIDENCE = "pulsar.evidence.v1";
    private static final String SOLUTION = "pulsar.timing-solution.v1";
    private static final String ALERTS = "alert.candidate.v1";
    private static final String LIKELIHOOD = "xray.source-likelihood.v1";

    @TempDir
    private Path folder;

    @Test
    void shouldWriteOneResidualForEachFrameAndLoseNoToaWhenTheArchiveIsReal() throws IOException {
        Path out = folder.resolve("out");
        var run = replay(out, nanograv(".gls.par"), nanograv(".tim"));
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(ProgramRun.values(out, "pulsar.axion-residual.v1"))
                .hasSize(117)
                .allSatisfy(residual -> {
                    assertThat(residual.path("observation").asText()).isNotEmpty();
                    assertThat(residual.path("channels"))
                            .hasSizeGreaterThanOrEqualTo(8)
                            .allSatisfy(channel -> assertThat(
                                            channel.path("toaIndex").asInt(-1))
                                    .isBetween(0, 6268));
                });
        assertThat(ProgramRun.values(out, ALERTS)).isEmpty();
        JsonNode toas = ProgramRun.summary(out).path("toas");
        assertThat(toas.path("in").asLong()).isEqualTo(6269);
        assertThat(toas.path("out").asLong()).isEqualTo(6233);
        assertEverythingBalances(out);
    }

    @Test
    void shouldRaiseExactlyOneCandidateWhenAResonanceIsInjected() throws IOException {
        Path out = folder.resolve("out");
        assertThat(replay(out, simulated(".par"), simulated("_bump.tim")).status())
                .isZero();
        assertThat(ProgramRun.values(out, ALERTS)).singleElement().satisfies(alert -> {
            assertThat(alert.path("type").asText()).isNotEqualTo("RETRACTION");
            assertThat(alert.path("tense").asText()).isEqualTo("ARCHIVAL");
            assertThat(alert.path("resonanceFrequencyMHz").asDouble()).isCloseTo(1523.44, within(5.0));
            assertThat(alert.path("amplitude").asDouble())
                    .isCloseTo(
                            2e-6, within(3 * alert.path("amplitudeUncertainty").asDouble()));
        });
        assertEverythingBalances(out);
    }

    @Test
    void shouldReachTheTimingSolutionOfPintInAnyOrderOfArrival() throws IOException {
        JsonNode pint = ProgramRun.json(simulated("_null.fit.json"));
        Path inOrder = folder.resolve("in-order");
        Path shuffled = folder.resolve("shuffled");
        var run = replay(inOrder, simulated(".par"), simulated("_null.tim"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("FAKE1933").contains("chi2/dof");
        assertThat(replay(shuffled, simulated(".par"), simulated("_null.tim"), "--shuffle", 7)
                        .status())
                .isZero();

        double chiSquared = pint.path("chi2").asDouble();
        assertThat(ProgramRun.values(inOrder, SOLUTION)).singleElement().satisfies(solution -> {
            assertThat(solution.path("chiSquared").asDouble()).isCloseTo(chiSquared, within(1e-6 * chiSquared));
            assertThat(solution.path("toas").asLong()).isEqualTo(pint.path("n").asLong());
            int terms = solution.path("terms").size();
            assertThat(solution.path("covariance")).hasSize(terms * (terms + 1) / 2);
        });
        assertThat(ProgramRun.values(inOrder, "pulsar.timing-residual.v1")).hasSize(60);
        assertThat(scatterSeconds(inOrder)).isLessThan(1e-9);
        for (String file : List.of(SOLUTION + ".jsonl", TimingTable.FILE)) {
            assertThat(shuffled.resolve(file)).hasSameBinaryContentAs(inOrder.resolve(file));
        }
        assertThat(ProgramRun.summary(inOrder)
                        .path("steps")
                        .path("timing")
                        .path("out")
                        .asLong())
                .isEqualTo(60);
        assertEverythingBalances(inOrder);
    }

    /** Scatter of our whitened residuals about those of PINT, whose constant offset differs. */
    private static double scatterSeconds(Path out) throws IOException {
        Map<Integer, Double> found = Files.readAllLines(out.resolve(TimingTable.FILE)).stream()
                .skip(1)
                .map(line -> line.split(","))
                .collect(Collectors.toMap(cells -> Integer.parseInt(cells[3]), cells -> Double.parseDouble(cells[9])));
        List<String> expected = Files.readAllLines(simulated("_null.resid.csv"));
        assertThat(found).hasSize(expected.size() - 1);
        double[] differences = IntStream.range(0, found.size())
                .mapToDouble(toa -> found.get(toa)
                        - Double.parseDouble(expected.get(toa + 1).split(",")[6]))
                .toArray();
        return Math.sqrt(StatUtils.populationVariance(differences));
    }

    @Test
    void shouldRaiseNoCandidateWhenNothingIsInjected() throws IOException {
        Path out = folder.resolve("out");
        assertThat(replay(out, simulated(".par"), simulated("_null.tim")).status())
                .isZero();
        assertThat(ProgramRun.values(out, ALERTS)).isEmpty();
        assertThat(ProgramRun.values(out, EVIDENCE)).hasSize(1);
    }

    @Test
    void shouldRaiseNothingAndSayWhyWhenTheArchiveHoldsInstrumentGhosts() throws IOException {
        Path out = folder.resolve("out");
        String archive = "pulsar/nanograv/J1744-1134_NANOGrav_11yv0";
        var run = replay(out, SharedData.file(archive + ".gls.par"), SharedData.file(archive + ".tim"));

        assertThat(run.status()).isZero();
        assertThat(ProgramRun.values(out, ALERTS)).isEmpty();
        assertThat(ProgramRun.summary(out).at("/steps/residual/out").asLong()).isEqualTo(222);
        JsonNode evidence = ProgramRun.values(out, EVIDENCE).get(0);
        assertThat(evidence.path("unvetoedGlobalSignificance").asDouble()).isGreaterThan(5);
        assertThat(evidence.path("globalSignificance").asDouble()).isLessThan(3);
        assertThat(evidence.path("rejectedCandidates"))
                .extracting(rejected -> rejected.path("resonanceFrequencyMHz").asDouble())
                .anySatisfy(frequency -> assertThat(frequency).isCloseTo(1493, within(3.0)))
                .anySatisfy(frequency -> assertThat(frequency).isCloseTo(1505, within(3.0)))
                .anySatisfy(frequency -> assertThat(frequency).isCloseTo(1243, within(3.0)))
                .anySatisfy(frequency -> assertThat(frequency).isCloseTo(1755, within(3.0)));
        assertThat(evidence.path("rejectedCandidates"))
                .allSatisfy(rejected ->
                        assertThat(rejected.at("/rejections/0/reason").asText()).isEqualTo("predicted-ghost"));
        assertEverythingBalances(out);
    }

    @Test
    void shouldLimitTheDelayWhenSubBandsOfParkesHoldNothing() throws IOException {
        Path out = folder.resolve("out");
        var run = replay(
                out, SharedData.file("pulsar/ppta/J1933-6211.par"), SharedData.file("pulsar/ppta/J1933-6211.tim"));

        assertThat(run.status()).isZero();
        assertThat(ProgramRun.values(out, ALERTS)).isEmpty();
        JsonNode evidence = ProgramRun.values(out, EVIDENCE).get(0);
        assertThat(ProgramRun.summary(out).at("/steps/residual/out").asLong()).isEqualTo(55);
        assertThat(ProgramRun.summary(out).at("/toas/out").asLong()).isEqualTo(769);
        assertThat(evidence.path("globalSignificance").asDouble()).isLessThan(3);
        assertThat(evidence.path("upperLimitsSeconds"))
                .anySatisfy(limit -> assertThat(limit.asDouble()).isBetween(1e-8, 1e-5));
    }

    @Test
    void shouldCountEveryEventOnceWhenTheListIsReal() throws IOException {
        Path out = folder.resolve("out");
        var run = replay(out, chandra(), "--source", m82());
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        JsonNode events = ProgramRun.summary(out).path("events");
        assertThat(events.path("in").asLong()).isEqualTo(4612);
        assertThat(events.path("duplicate").asLong()).isZero();
        assertThat(events.path("out").asLong()).isPositive();
        assertEverythingBalances(out);
        assertThat(ProgramRun.values(out, LIKELIHOOD)).hasSize(1);
    }

    @Test
    void shouldWriteTheSameBytesWhenReplayedAgainAndInRandomOrder() throws IOException {
        Object[] archive = {simulated(".par"), simulated("_bump.tim"), chandra(), "--source", m82()};
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        Path shuffled = folder.resolve("shuffled");
        assertThat(replay(first, archive).status()).isZero();
        assertThat(replay(second, archive).status()).isZero();
        assertThat(replay(shuffled, append(archive, "--shuffle", 7)).status()).isZero();
        for (String topic : List.of(EVIDENCE, LIKELIHOOD)) {
            Path expected = first.resolve(topic + ".jsonl");
            assertThat(expected).isNotEmptyFile();
            assertThat(second.resolve(topic + ".jsonl")).hasSameBinaryContentAs(expected);
            assertThat(shuffled.resolve(topic + ".jsonl")).hasSameBinaryContentAs(expected);
        }
    }

    @Test
    void shouldCountDuplicatesAndAddNothingWhenTheIdIsKnown() throws IOException {
        Object[] archive = {simulated(".par"), simulated("_null.tim"), chandra(), "--source", m82(), "--id", "known-id"
        };
        Path first = folder.resolve("first");
        Path second = folder.resolve("second");
        assertThat(replay(first, archive).status()).isZero();
        assertThat(replay(second, archive).status()).isZero();
        for (String topic : List.of(EVIDENCE, LIKELIHOOD, "pulsar.axion-residual.v1", ALERTS)) {
            assertThat(second.resolve(topic + ".jsonl")).hasSameBinaryContentAs(first.resolve(topic + ".jsonl"));
        }
        JsonNode before = ProgramRun.summary(first).path("steps").path("residual");
        JsonNode after = ProgramRun.summary(second).path("steps").path("residual");
        assertThat(after.path("out").asLong()).isEqualTo(before.path("out").asLong());
        assertThat(after.path("duplicate").asLong()).isEqualTo(before.path("in").asLong());
        assertThat(ProgramRun.summary(second).path("events").path("duplicate").asLong())
                .isEqualTo(4612);
    }

    @Test
    void shouldNameFileLineAndReasonAndPublishNothingWhenAFileIsCut() throws IOException {
        Path tim = Files.writeString(
                folder.resolve("cut.tim"), "FORMAT 1\nobs1 1400.0 55000.1 1.0 @\nobs1 1410.0 55000.1\n");
        Path out = folder.resolve("out");
        var run = replay(out, simulated(".par"), tim);
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).singleElement().asString().contains("cut.tim:3: ");
        assertThat(out).doesNotExist();
    }

    @Test
    void shouldRefuseAnOutputFolderThatIsNotEmpty() throws IOException {
        Path out = Files.createDirectory(folder.resolve("out"));
        Files.writeString(out.resolve("mine.txt"), "mine");
        var run = replay(out, simulated(".par"), simulated("_null.tim"));
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("is not empty", "--force");
        assertThat(out).isDirectoryContaining(file -> file.endsWith("mine.txt"));
    }

    private static void assertEverythingBalances(Path out) throws IOException {
        JsonNode summary = ProgramRun.summary(out);
        assertThat(summary.path("steps")).isNotEmpty().allMatch(ProgramRun::balances);
        assertThat(List.of(summary.path("toas"), summary.path("events"))).allMatch(ProgramRun::balances);
    }

    private static ProgramRun replay(Path out, Object... arguments) {
        return ProgramRun.of("replay", append(arguments, "--out", out));
    }

    private static Object[] append(Object[] arguments, Object... more) {
        Object[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private static Path nanograv(String suffix) {
        return SharedData.file("pulsar/nanograv/J2214+3000_NANOGrav_12yv3" + suffix);
    }

    private static Path simulated(String suffix) {
        return SharedData.file("pulsar/simulated/fake1933" + suffix);
    }

    private static Path chandra() {
        return SharedData.file("xray/events/chandra_test.fits");
    }

    private static Path m82() {
        return Path.of(System.getProperty("axionwatch.root"), "topics/src/main/examples/m82-chandra.yaml");
    }
}
