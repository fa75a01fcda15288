package org.axionwatch.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/** A single-node KRaft broker in a child JVM, on the loopback interface only. */
public final class EmbeddedBroker {
    static final String NAME = "broker";

    private static final int PROBE_LIMIT_MS = 5000;

    private final int port;
    private final ChildProcess process;

    private EmbeddedBroker(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    static EmbeddedBroker start(EmbeddedFolder folder, Ports ports) {
        BrokerSettings.write(folder, ports);
        var command = new ChildCommand(
                NAME,
                List.of(
                        "-Xmx512m",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                        "-Dorg.slf4j.simpleLogger.showDateTime=true",
                        "-Dorg.slf4j.simpleLogger.dateTimeFormat=yyyy-MM-dd'T'HH:mm:ss.SSSXXX"),
                System.getProperty("java.class.path"),
                BrokerProcess.class.getName(),
                List.of(folder.brokerSettings().toString()));
        var broker = new EmbeddedBroker(ports.broker(), ChildProcess.start(command, folder));
        broker.process.awaitReady(broker::answers);
        return broker;
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + port;
    }

    /** What is wrong, or empty while the broker serves. */
    public Optional<String> check() {
        if (!process.isAlive()) {
            return Optional.of("the broker's process has ended");
        }
        return answers() ? Optional.empty() : Optional.of("the broker does not answer on " + bootstrapServers());
    }

    public long pid() {
        return process.pid();
    }

    void stop() {
        process.stop();
    }

    /** Ends it as kill -9 does, for tests of an outage. */
    public void kill() {
        process.kill();
    }

    private boolean answers() {
        return accepts() && describesItself();
    }

    // First, because an AdminClient logs a warning for every refused connection.
    private boolean accepts() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(Ports.HOST, port), PROBE_LIMIT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private boolean describesItself() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PROBE_LIMIT_MS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PROBE_LIMIT_MS);
        try (var admin = Admin.create(config)) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
