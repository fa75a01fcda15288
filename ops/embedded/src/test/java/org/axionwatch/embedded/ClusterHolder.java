package org.axionwatch.embedded;

import java.nio.file.Path;

/** Program of another JVM: starts a cluster on a folder, prints {@code READY} or the reason it could not, and holds it. */
final class ClusterHolder {
    static final String READY = "READY";

    private ClusterHolder() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var cluster = EmbeddedCluster.start(Path.of(arguments[0]), ProgressListener.NONE);
            System.out.println(READY + " " + cluster.broker().pid() + " "
                    + cluster.registry().pid());
            System.in.read();
            cluster.stop();
        } catch (EmbeddedException e) {
            System.out.println(e.reason());
        }
    }

    static Process start(Path folder) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-D" + RegistryDistribution.ROOT_PROPERTY + "="
                                + System.getProperty(RegistryDistribution.ROOT_PROPERTY),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClusterHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
