package org.axionwatch.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A child JVM to run under {@link GuardedMain}. */
record ChildCommand(String name, List<String> jvmOptions, String classPath, String mainClass, List<String> arguments) {
    ChildCommand {
        jvmOptions = List.copyOf(jvmOptions);
        arguments = List.copyOf(arguments);
    }

    List<String> commandLine(Path lockFile) {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(jvmOptions);
        line.add("-XX:+ExitOnOutOfMemoryError");
        line.add("-Djava.awt.headless=true");
        line.addAll(List.of("-cp", classPath, GuardedMain.class.getName(), lockFile.toString(), mainClass));
        line.addAll(arguments);
        return line;
    }
}
