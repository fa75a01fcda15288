package org.axionwatch.streams.runtime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/**
 * Notices that the broker or the registry has gone. Kafka Streams alone would wait for the broker in silence for as long
 * as nothing is to be committed, and would miss the registry only at the next schema that it has not seen.
 */
final class OutageWatch implements AutoCloseable {

    private static final Duration INTERVAL = Duration.ofSeconds(2);
    private static final int MISSES_ALLOWED = 5;
    private static final int SERVER_ERROR = 500;

    private final Probe probe;
    private final Consumer<String> whenGone;
    private final ScheduledExecutorService executor;
    private int misses;

    /** Asks once; throws where there is no answer. */
    @FunctionalInterface
    interface Probe {
        void ask(Duration timeout) throws IOException, InterruptedException, ExecutionException, TimeoutException;
    }

    OutageWatch(String name, Probe probe, Consumer<String> whenGone) {
        this.probe = probe;
        this.whenGone = whenGone;
        this.executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "watch-" + name);
            thread.setDaemon(true);
            return thread;
        });
    }

    static Probe broker(Admin admin) {
        return timeout -> admin.describeCluster().nodes().get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Probe registry(String url) {
        if (!url.startsWith("http")) {
            return timeout -> {};
        }
        HttpClient client = HttpClient.newBuilder().connectTimeout(INTERVAL).build();
        URI address = URI.create(url + "/schemas/types");
        return timeout -> {
            HttpRequest request =
                    HttpRequest.newBuilder(address).timeout(timeout).build();
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status >= SERVER_ERROR) {
                throw new IOException("status " + status);
            }
        };
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    void start() {
        executor.scheduleWithFixedDelay(this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            probe.ask(INTERVAL);
            misses = 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ExecutionException | TimeoutException e) {
            misses++;
            if (misses == MISSES_ALLOWED) {
                whenGone.accept("no answer to " + MISSES_ALLOWED + " questions in a row, last "
                        + e.getClass().getSimpleName());
            }
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
