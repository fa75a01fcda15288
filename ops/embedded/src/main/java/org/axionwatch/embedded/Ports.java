package org.axionwatch.embedded;

import static org.axionwatch.embedded.EmbeddedException.Reason.FOLDER_UNUSABLE;
import static org.axionwatch.embedded.EmbeddedException.Reason.PORTS_FILE_INVALID;
import static org.axionwatch.embedded.EmbeddedException.Reason.PORT_TAKEN;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;

/** The three loopback ports of one folder: chosen at its first start, saved, and the same at every later one. */
record Ports(int broker, int controller, int registry) {
    static final String HOST = "127.0.0.1";

    // Below the range systems hand out to outgoing connections, so that no passing connection sits on a saved port.
    private static final int LOWEST_CHOSEN = 17000;
    private static final int HIGHEST_CHOSEN = 32000;
    private static final int COUNT = 3;
    private static final int ATTEMPTS = 1000;

    static Ports of(EmbeddedFolder folder) {
        Path file = folder.portsFile();
        try {
            if (Files.exists(file)) {
                return read(file);
            }
            Ports chosen = choose();
            chosen.write(file);
            return chosen;
        } catch (IOException e) {
            throw new EmbeddedException(FOLDER_UNUSABLE, "Ports file " + file + ": " + e, e);
        }
    }

    void requireFree(EmbeddedFolder folder) {
        byName().forEach((name, port) -> {
            if (!isFree(port)) {
                throw new EmbeddedException(
                        PORT_TAKEN,
                        "Port " + port + " (" + name + " in " + folder.portsFile() + ") is taken by another program:"
                                + " stop that program, or change the number in the file");
            }
        });
    }

    private static Ports choose() throws IOException {
        Set<Integer> free = ThreadLocalRandom.current()
                .ints(ATTEMPTS, LOWEST_CHOSEN, HIGHEST_CHOSEN)
                .distinct()
                .filter(Ports::isFree)
                .limit(COUNT)
                .boxed()
                .collect(Collectors.toSet());
        if (free.size() < COUNT) {
            throw new IOException("too few free ports between " + LOWEST_CHOSEN + " and " + HIGHEST_CHOSEN);
        }
        var ports = free.iterator();
        return new Ports(ports.next(), ports.next(), ports.next());
    }

    private static Ports read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new EmbeddedException(PORTS_FILE_INVALID, file + " is not a properties file: " + e.getMessage(), e);
        }
        var ports = new Ports(
                port(properties, "broker", file),
                port(properties, "controller", file),
                port(properties, "registry", file));
        if (Set.copyOf(ports.byName().values()).size() < ports.byName().size()) {
            throw new EmbeddedException(PORTS_FILE_INVALID, file + " gives the same port twice");
        }
        return ports;
    }

    private static int port(Properties properties, String name, Path file) {
        String text = properties.getProperty(name, "").strip();
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65535) {
            throw new EmbeddedException(
                    PORTS_FILE_INVALID,
                    file + ": " + name + " = '" + text
                            + "' is no port (1-65535); correct it, or delete the file to have" + " new ports chosen");
        }
        return Integer.parseInt(text);
    }

    private void write(Path file) throws IOException {
        String text = byName().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        Path partial = file.resolveSibling(file.getFileName() + ".partial");
        Files.writeString(partial, text);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("broker", broker);
        ports.put("controller", controller);
        ports.put("registry", registry);
        return ports;
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
