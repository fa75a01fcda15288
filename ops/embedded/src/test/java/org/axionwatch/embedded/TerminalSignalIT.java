package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX signals")
class TerminalSignalIT {
    // A clean stop takes under one second.
    private static final Duration LONG_ENOUGH_TO_STOP = Duration.ofSeconds(3);

    @ParameterizedTest
    @ValueSource(strings = {"INT", "HUP"})
    void shouldKeepServingWhenATerminalSignalsTheWholeForeground(String signal) throws Exception {
        var cluster = SharedCluster.get();

        for (long pid : new long[] {cluster.broker().pid(), cluster.registry().pid()}) {
            var kill = new ProcessBuilder("kill", "-" + signal, Long.toString(pid)).start();
            assertThat(kill.waitFor()).isZero();
        }

        assertThat(Await.until(LONG_ENOUGH_TO_STOP, () -> !cluster.check().isEmpty()))
                .isFalse();
    }
}
