package org.axionwatch.app.demo;

import java.util.concurrent.CountDownLatch;
import org.axionwatch.app.session.ScratchFolder;
import org.axionwatch.app.session.StreamSession;

/** Ends a demo on a signal: stops what it started, removes its folder, and ends the program. */
final class StopSignal implements AutoCloseable {
    /** Status of a program that Ctrl-C interrupted. */
    private static final int INTERRUPTED = 130;

    private final StreamSession session;
    private final ScratchFolder folder;
    private final int status;
    private final CountDownLatch requested = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-demo");

    private StopSignal(StreamSession session, ScratchFolder folder, int status) {
        this.session = session;
        this.folder = folder;
        this.status = status;
    }

    /** A demo that keeps running ends well by a signal; one that was to end by itself has been interrupted. */
    static StopSignal watch(StreamSession session, ScratchFolder folder, DemoRequest request) {
        StopSignal signal = new StopSignal(session, folder, request.once() ? INTERRUPTED : 0);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    private void stop() {
        requested.countDown();
        session.close();
        folder.close();
        Runtime.getRuntime().halt(status);
    }

    /** Ends the watch; where a signal has come first, waits for the end of the program. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            awaitHalt();
        }
    }

    private void awaitHalt() {
        try {
            hook.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
