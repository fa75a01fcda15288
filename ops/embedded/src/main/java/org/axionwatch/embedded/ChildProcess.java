package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.FOLDER_IN_USE;
import static org.axionwatch.embedded.EmbeddedException.Reason.START_FAILED;
import static org.axionwatch.embedded.EmbeddedException.Reason.START_TIMEOUT;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running child JVM: it ends by {@link #stop}, by {@link #kill}, or with this JVM. */
final class ChildProcess {
    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);
    private static final Duration PREDECESSOR_LIMIT = Duration.ofSeconds(20);
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

    private final String name;
    private final Process process;
    private final RollingLog log;

    private ChildProcess(String name, Process process, RollingLog log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    static ChildProcess start(ChildCommand command, EmbeddedFolder folder) {
        Path lockFile = folder.childLock(command.name());
        var log = new RollingLog(folder.childLog(command.name()));
        try {
            Process process = new ProcessBuilder(command.commandLine(lockFile))
                    .directory(folder.root().toFile())
                    .redirectErrorStream(true)
                    .start();
            var pump = new Thread(() -> log.copy(process.getInputStream()), command.name() + "-log");
            pump.setDaemon(true);
            pump.start();
            return new ChildProcess(command.name(), process, log);
        } catch (IOException e) {
            throw new EmbeddedException(START_FAILED, "The " + command.name() + " cannot be started: " + e, e);
        }
    }

    /** Waits for the child of an app that was killed a moment ago, which is still shutting down on this folder. */
    static void awaitPredecessor(String name, EmbeddedFolder folder) {
        if (!Await.until(PREDECESSOR_LIMIT, () -> isFree(folder.childLock(name)))) {
            throw new EmbeddedException(
                    FOLDER_IN_USE, "A " + name + " of an earlier run still holds folder " + folder.root());
        }
    }

    private static boolean isFree(Path lockFile) {
        FolderLock lock = FolderLock.tryAcquire(lockFile);
        if (lock != null) {
            lock.close();
        }
        return lock != null;
    }

    /** Returns once ready; ends the child and throws where it ends first or takes too long. */
    void awaitReady(BooleanSupplier ready) {
        boolean settled = Await.until(START_LIMIT, () -> !process.isAlive() || ready.getAsBoolean());
        if (!process.isAlive()) {
            throw new EmbeddedException(
                    START_FAILED,
                    "The " + name + " ended with status " + process.exitValue() + " before it was ready. "
                            + log.tail());
        }
        if (!settled) {
            String tail = log.tail();
            kill();
            throw new EmbeddedException(
                    START_TIMEOUT, "The " + name + " was not ready in " + START_LIMIT.toSeconds() + " s. " + tail);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Ends standard input, on which the child shuts down in order, and waits; kills it only when that takes too long. */
    void stop() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            LOG.debug("Standard input of the {} was closed before", name, e);
        }
        if (!Await.until(STOP_LIMIT, () -> !process.isAlive())) {
            LOG.warn("The {} did not stop in {} s and is killed. {}", name, STOP_LIMIT.toSeconds(), log.tail());
            kill();
        }
    }

    void kill() {
        process.destroyForcibly();
        Await.until(STOP_LIMIT, () -> !process.isAlive());
    }
}
