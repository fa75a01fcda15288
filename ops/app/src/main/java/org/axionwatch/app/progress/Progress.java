package org.axionwatch.app.progress;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * Tells how far a task is, on standard error, once it has taken longer than two seconds: a bar on a terminal, a line now
 * and then elsewhere. One thread at a time.
 */
public final class Progress implements AutoCloseable {
    /** System property, "true" where standard error is a terminal; the launcher knows. */
    public static final String TERMINAL_PROPERTY = "axionwatch.terminal";

    private static final long QUIET_NANOS = Duration.ofSeconds(2).toNanos();
    private static final long LINE_EVERY_NANOS = Duration.ofSeconds(10).toNanos();
    private static final int BAR_WIDTH = 79;

    private final String task;
    private final String unit;
    private final long total;
    private final PrintStream err;
    private final long began = System.nanoTime();
    private long lastLine = began;
    private @Nullable ProgressBar bar;

    private Progress(String task, String unit, long total, PrintStream err) {
        this.task = task;
        this.unit = unit;
        this.total = total;
        this.err = err;
    }

    /** @param total how many units there are; -1 where nobody knows yet */
    public static Progress of(String task, String unit, long total) {
        return new Progress(
                task,
                unit,
                total,
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
    }

    /** Says how many units are done, in all. */
    public void reached(long done) {
        long now = System.nanoTime();
        if (now - began < QUIET_NANOS) {
            return;
        }
        if (Boolean.getBoolean(TERMINAL_PROPERTY)) {
            showBar(done);
        } else if (now - Math.max(lastLine, began) >= LINE_EVERY_NANOS) {
            lastLine = now;
            String of = total < 0 ? "" : " of " + total;
            err.printf(Locale.ROOT, "axionwatch: %s: %d%s %s%n", task, done, of, unit);
        }
    }

    private void showBar(long done) {
        ProgressBar shown = bar;
        if (shown == null) {
            shown = new ProgressBarBuilder()
                    .setTaskName(task)
                    .setUnit(" " + unit, 1)
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(err, BAR_WIDTH))
                    .startsFrom(done, Duration.ofNanos(System.nanoTime() - began))
                    .build();
            bar = shown;
        }
        shown.stepTo(done);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
