package org.axionwatch.app.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.axionwatch.app.health.StatusSource;
import org.axionwatch.app.timing.StreamTiming;
import org.axionwatch.app.timing.TimingSource;
import org.axionwatch.streams.runtime.StreamsRuntime;

/** What the status page shows of a session. */
public final class SessionStatus implements StatusSource, AutoCloseable {
    private final String application;
    private final Cluster cluster;
    private final StreamsRuntime runtime;
    private final AlertFeed alerts;
    private volatile JsonNode lastAccounts = JsonNodeFactory.instance.objectNode();

    SessionStatus(SessionPlan plan, Cluster cluster, StreamsRuntime runtime, KafkaClients clients) {
        this.application = plan.applicationId();
        this.cluster = cluster;
        this.runtime = runtime;
        this.alerts = AlertFeed.start(clients, plan.catalog());
    }

    @Override
    public String application() {
        return application;
    }

    @Override
    public String state() {
        if (runtime.isRunning()) {
            return "RUNNING";
        }
        return runtime.isAlive() ? "REBALANCING" : "STOPPED";
    }

    @Override
    public boolean isAlive() {
        return runtime.isAlive();
    }

    @Override
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        runtime.failure().ifPresent(failure -> problems.add(failure.message()));
        if (problems.isEmpty() && !runtime.isRunning()) {
            problems.add("the processors are not running: " + state());
        }
        problems.addAll(cluster.check());
        return problems;
    }

    @Override
    public JsonNode accounts() {
        if (runtime.isRunning()) {
            try {
                lastAccounts = Summary.of(runtime.accounts());
            } catch (InvalidStateStoreException rebalancing) {
                return lastAccounts;
            }
        }
        return lastAccounts;
    }

    @Override
    public TimingSource timing() {
        return new StreamTiming(runtime);
    }

    @Override
    public List<JsonNode> alerts() {
        return alerts.newestFirst();
    }

    @Override
    public void close() {
        alerts.close();
    }
}
