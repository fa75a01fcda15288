package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.FOLDER_IN_USE;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A broker and a schema registry on one folder. Both listen on 127.0.0.1 only, keep data and ports in the folder from
 * start to start, and end with this JVM at the latest, however it ends.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private final FolderLock lock;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedCluster(FolderLock lock, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.lock = lock;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts both, at the same time, and returns when both answer; 3-8 s. Nothing is left running where it throws.
     *
     * @param folder made where it does not exist
     * @throws EmbeddedException naming the reason
     */
    public static EmbeddedCluster start(Path folder, ProgressListener listener) {
        EmbeddedFolder place = EmbeddedFolder.create(folder);
        FolderLock lock = FolderLock.tryAcquire(place.lockFile());
        if (lock == null) {
            throw new EmbeddedException(
                    FOLDER_IN_USE,
                    "Folder " + place.root() + " is in use: a broker and registry already run on it. Stop them, or"
                            + " give another folder");
        }
        try {
            RegistryDistribution distribution = RegistryDistribution.locate();
            Ports ports = Ports.of(place);
            ChildProcess.awaitPredecessor(EmbeddedBroker.NAME, place);
            ChildProcess.awaitPredecessor(EmbeddedRegistry.NAME, place);
            ports.requireFree(place);
            return start(lock, place, ports, distribution, listener);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static EmbeddedCluster start(
            FolderLock lock,
            EmbeddedFolder folder,
            Ports ports,
            RegistryDistribution distribution,
            ProgressListener listener) {
        ProgressListener oneAtATime = step -> {
            synchronized (lock) {
                listener.onStep(step);
            }
        };
        oneAtATime.onStep(StartStep.BROKER_STARTING);
        var broker = starting(() -> EmbeddedBroker.start(folder, ports));
        var registry = starting(() -> EmbeddedRegistry.start(folder, ports, distribution));
        try {
            oneAtATime.onStep(StartStep.REGISTRY_STARTING);
            CompletableFuture.allOf(
                            broker.thenRun(() -> oneAtATime.onStep(StartStep.BROKER_READY)),
                            registry.thenRun(() -> oneAtATime.onStep(StartStep.REGISTRY_READY)))
                    .join();
            return new EmbeddedCluster(lock, broker.join(), registry.join());
        } catch (RuntimeException e) {
            broker.thenAccept(EmbeddedBroker::stop)
                    .exceptionally(ignored -> null)
                    .join();
            registry.thenAccept(EmbeddedRegistry::stop)
                    .exceptionally(ignored -> null)
                    .join();
            throw e instanceof CompletionException && e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static <T> CompletableFuture<T> starting(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, EmbeddedCluster::onNewThread);
    }

    private static void onNewThread(Runnable body) {
        var thread = new Thread(body, "embedded-start");
        thread.setDaemon(true);
        thread.start();
    }

    /** {@code host:port} for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** For {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    public EmbeddedBroker broker() {
        return broker;
    }

    public EmbeddedRegistry registry() {
        return registry;
    }

    /** What is wrong with either, asked afresh at every call; empty when both serve. */
    public List<String> check() {
        return Stream.of(broker.check(), registry.check())
                .flatMap(Optional::stream)
                .toList();
    }

    /** Stops both in order and releases the folder; close clients and streams first. May be called twice. */
    public void stop() {
        try {
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(broker::stop, EmbeddedCluster::onNewThread),
                            CompletableFuture.runAsync(registry::stop, EmbeddedCluster::onNewThread))
                    .join();
        } finally {
            lock.close();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
