package org.axionwatch.topics.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.axionwatch.records.pulsar.PulsarToaFrame;
import org.axionwatch.records.pulsar.TimeScale;
import org.axionwatch.records.pulsar.ToaChannel;
import org.axionwatch.records.pulsar.ToaFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameAssemblerTest {
    @TempDir
    Path folder;

    private List<PulsarToaFrame> frames(String toas) throws IOException {
        Path file = Files.writeString(folder.resolve("a.tim"), "FORMAT 1\n" + toas);
        return new FrameAssembler().assemble("J0", new TimFileReader(false).read(file));
    }

    @Test
    void shouldGatherTheToasOfOneFileNameWhereverTheyStand() throws Exception {
        var frames = frames("a 1400 58000.5 1 gbt -be X -fe L -chan 1\nb 1400 58000.1 1 gbt -be X\n"
                + "a 1500 58000.5 1 gbt -be X -fe L -chan 2\n");

        assertThat(frames).extracting(PulsarToaFrame::getObservation).containsExactly("b", "a");
        PulsarToaFrame a = frames.get(1);
        assertThat(a.getChannels()).extracting(ToaChannel::getToaIndex).containsExactly(0, 2);
        assertThat(a.getFlags()).containsExactly(new ToaFlag("be", "X"), new ToaFlag("fe", "L"));
        assertThat(a.getChannels().get(1).getFlags()).containsExactly(new ToaFlag("chan", "2"));
        assertThat(a.getBackend()).isEqualTo("X");
        assertThat(a.getReceiver()).isEqualTo("L");
        assertThat(a.getTimeScale()).isEqualTo(TimeScale.UTC);
        assertThat(FrameAssembler.timestampMs(a)).isEqualTo((58000 - 40587) * 86_400_000L + 43_200_000L);
    }

    @Test
    void shouldSplitOneNameAtLongGapsAndNameThePartsByDate() throws Exception {
        var frames = frames("fake 1400 58000.5 1 bat\nfake 1500 58000.6 1 bat\nfake 1400 58003.25 1 bat\n");

        assertThat(frames).extracting(PulsarToaFrame::getObservation).containsExactly("fake@58000.50", "fake@58003.25");
        assertThat(frames).extracting(PulsarToaFrame::getObservatory).containsOnly("@");
        assertThat(frames).extracting(PulsarToaFrame::getTimeScale).containsOnly(TimeScale.TDB);
    }

    @Test
    void shouldNumberSubIntegrationsByFlagOrElseByTime() throws Exception {
        var flagged = frames("a 1400 58000.5 1 gbt -subint 7\na 1500 58000.50001 1 gbt -subint 7\n"
                + "a 1400 58000.51 1 gbt -subint 8\n");
        assertThat(flagged.get(0).getChannels())
                .extracting(ToaChannel::getSubIntegration)
                .containsExactly(0, 0, 1);

        var timed = frames("a 1400 58000.50002 1 gbt\na 1500 58000.5 1 gbt\na 1400 58000.500001 1 gbt\n");
        assertThat(timed.get(0).getChannels())
                .extracting(ToaChannel::getSubIntegration)
                .containsExactly(1, 0, 0);
    }

    @Test
    void shouldJoinSubBandFilesOfOneObservation() {
        assertThat(ObservationName.of("/x//sbE2/uwl_190102_072337_b4.rf.sbE2.Tpf4"))
                .isEqualTo(ObservationName.of("/x//sbF2/uwl_190102_072337_b4.rf.sbF2.Tpf4"))
                .isEqualTo("uwl_190102_072337_b4.rf.Tpf4");
        assertThat(ObservationName.of("profiles/guppi.ff")).isEqualTo("profiles/guppi.ff");
    }

    @Test
    void shouldGiveTheSameIdWhenAValueIsCorrected() throws Exception {
        String before = frames("a 1400 58000.5 1 gbt\n").get(0).getFrameId();
        String after = frames("a 1401 58000.50001 2 gbt\n").get(0).getFrameId();

        assertThat(after).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "nanograv/J2214+3000_NANOGrav_12yv3.tim, 131, 117, 6233",
        "nanograv/J1744-1134_NANOGrav_11yv0.tim, 229, 222, 11527",
        "ppta/J1933-6211.tim, 83, 55, 769",
        "ppta/J1909-3744.tim, 2219, 197, 3613",
        "simulated/fake1933_null.tim, 60, 60, 3840"
    })
    void shouldFindTheFramesOfRealArchives(String file, int frames, int longFrames, int toasInThem) {
        TimFile tim = new TimFileReader(false).read(SharedData.file("pulsar/" + file));

        var all = new FrameAssembler().assemble("J0", tim);

        assertThat(all).hasSize(frames);
        assertThat(all).extracting(PulsarToaFrame::getFrameId).doesNotHaveDuplicates();
        var usable = all.stream().filter(f -> f.getChannels().size() >= 8).toList();
        assertThat(usable).hasSize(longFrames);
        assertThat(usable.stream().mapToInt(f -> f.getChannels().size()).sum()).isEqualTo(toasInThem);
    }
}
