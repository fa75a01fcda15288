package org.axionwatch.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LoopbackIT {
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");
    private static final String LISTENING = "0A";
    private static final int CONNECT_LIMIT_MS = 2000;

    @Test
    @EnabledOnOs(OS.LINUX)
    void shouldListenOnLoopbackOnly() throws IOException {
        var cluster = SharedCluster.get();
        var ports = Ports.of(EmbeddedFolder.create(SharedCluster.folder()));

        List<String> broker = listeners(cluster.broker().pid());
        List<String> registry = listeners(cluster.registry().pid());

        assertThat(broker).hasSize(2);
        assertThat(registry).hasSize(1);
        assertThat(Stream.concat(broker.stream(), registry.stream()))
                .allSatisfy(listener -> assertThat(LOOPBACK).contains(listener.split(":")[0]))
                .extracting(listener -> Integer.parseInt(listener.split(":")[1], 16))
                .containsExactlyInAnyOrder(ports.broker(), ports.controller(), ports.registry());
    }

    @Test
    void shouldNotBeReachableUnderAnyOtherAddressOfThisMachine() throws IOException {
        SharedCluster.get();
        var ports = Ports.of(EmbeddedFolder.create(SharedCluster.folder()));
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        for (InetAddress address : others) {
            for (int port : List.of(ports.broker(), ports.controller(), ports.registry())) {
                assertThat(accepts(address, port)).as(address + ":" + port).isFalse();
            }
        }
    }

    private static boolean accepts(InetAddress address, int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), CONNECT_LIMIT_MS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The kernel's {@code address:port} of every TCP socket the process listens on, in hexadecimal. */
    private static List<String> listeners(long pid) throws IOException {
        Set<String> inodes = socketInodes(pid);
        List<String> listeners = new ArrayList<>();
        for (String table : List.of("tcp", "tcp6")) {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "net", table))) {
                String[] column = line.strip().split("\\s+");
                if (column[3].equals(LISTENING) && inodes.contains(column[9])) {
                    listeners.add(column[1]);
                }
            }
        }
        return listeners;
    }

    private static Set<String> socketInodes(long pid) throws IOException {
        Set<String> inodes = new HashSet<>();
        try (var handles = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            for (Path handle : handles.toList()) {
                if (Files.exists(handle, LinkOption.NOFOLLOW_LINKS)) {
                    String target = Files.readSymbolicLink(handle).toString();
                    if (target.startsWith("socket:[")) {
                        inodes.add(target.substring("socket:[".length(), target.length() - 1));
                    }
                }
            }
        }
        return inodes;
    }
}
