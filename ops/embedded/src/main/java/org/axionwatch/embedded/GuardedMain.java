package org.axionwatch.embedded;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The main class of every child JVM: runs another main class, tied to the life of the parent. Arguments: lock file, main
 * class, that class's arguments.
 *
 * <p>Holds the lock file as long as it lives, shuts down when standard input ends (the parent closed it or died), and
 * leaves a terminal's Ctrl-C and hang-up to the parent, which stops its streams before the broker under them.
 */
final class GuardedMain {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(15);

    private GuardedMain() {}

    public static void main(String[] arguments) throws Throwable {
        Signal.handle(new Signal("INT"), SignalHandler.SIG_IGN);
        Signal.handle(new Signal("HUP"), SignalHandler.SIG_IGN);
        Path lockFile = Path.of(arguments[0]);
        if (FolderLock.tryAcquire(lockFile) == null) {
            throw new IllegalStateException(lockFile + " is held by another process");
        }
        daemon("parent-watch", GuardedMain::exitWithParent);
        String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
        try {
            Class.forName(arguments[1]).getMethod("main", String[].class).invoke(null, (Object) rest);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static void exitWithParent() {
        try {
            while (System.in.read() >= 0) {
                continue;
            }
        } catch (IOException e) {
            System.err.println("Standard input is gone: " + e.getMessage());
        }
        daemon("shutdown-limit", GuardedMain::haltAfterLimit);
        System.exit(0);
    }

    private static void haltAfterLimit() {
        long deadline = System.nanoTime() + SHUTDOWN_LIMIT.toNanos();
        while (System.nanoTime() - deadline < 0) {
            LockSupport.parkNanos(deadline - System.nanoTime());
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable body) {
        var thread = new Thread(body, name);
        thread.setDaemon(true);
        thread.start();
    }
}
