package org.axionwatch.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.DoubleStream;
import org.axionwatch.topics.catalog.Topics;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final Flow FLOW =
            new Flow("events", "likelihood", Topics.XRAY_EVENT_BATCH, Topics.XRAY_SOURCE, List.of());
    private static final Load LOAD = new Load(FLOW, 10, List.of(), List.of(message(), message()));

    private static Message message() {
        return new Message("key", new byte[100], 0);
    }

    private static List<Elapsed> rounds(double... seconds) {
        return DoubleStream.of(seconds)
                .mapToObj(each -> new Elapsed(each, 2 * each))
                .toList();
    }

    @Test
    void shouldGiveTheProcessorTimeOfAUnit() {
        assertThat(new Samples("any", LOAD, rounds(1.0, 4.0, 20.0)).medianCpuMicroseconds())
                .isEqualTo(8e6 / 20);
    }

    @Test
    void shouldCountUnitsNotMessages() {
        var samples = new Samples("any", LOAD, rounds(4.0));

        assertThat(samples.medianRate()).isEqualTo(5);
        assertThat(samples.medianMegabytesPerSecond()).isCloseTo(50e-6, within(1e-12));
    }

    @Test
    void shouldTakeTheMedianOfTheRatesOfAllRounds() {
        assertThat(new Samples("any", LOAD, rounds(1.0, 4.0, 20.0)).medianRate())
                .isEqualTo(5);
        assertThat(new Samples("any", LOAD, rounds(20.0, 4.0, 2.0, 1.0)).medianRate())
                .isEqualTo(7.5);
        assertThat(new Samples("any", LOAD, rounds(1.0, 4.0, 20.0)))
                .returns(1.0, Samples::lowestRate)
                .returns(20.0, Samples::highestRate);
    }

    @Test
    void shouldRefuseWhatHasNoRate() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Samples("any", LOAD, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new Load(FLOW, 10, List.of(), List.of()));
    }
}
