package org.axionwatch.app.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axionwatch.app.progress.Progress;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.app.session.OutputFolder;

/** A folder with a simulated archive and its truth; it appears complete or not at all. */
public final class SimulationArchive {
    private final Path folder;

    public SimulationArchive(Path folder) {
        this.folder = folder;
    }

    /**
     * Simulates a request into the folder. An earlier simulation in it is replaced.
     *
     * @return the truth as written
     * @throws CommandFailure where the folder holds anything else or cannot be written
     */
    public ObjectNode write(SimulationRequest request) {
        Set<String> earlier = TruthFile.filesIn(folder);
        try (OutputFolder output =
                OutputFolder.replacing(folder, entry -> earlier.contains(String.valueOf(entry.getFileName())))) {
            ObjectNode truth = TruthFile.of(request);
            Files.write(
                    output.work().resolve(request.pulsar() + ".par"), ParFile.lines(request), StandardCharsets.UTF_8);
            observe(request, output.work());
            TruthFile.write(truth, names(output.work()), output.work());
            output.publish();
            return truth;
        } catch (IOException e) {
            throw new CommandFailure("--out " + folder + ": cannot be written: " + e.getMessage(), e);
        }
    }

    private static void observe(SimulationRequest request, Path work) throws IOException {
        int epochs = request.setup().plan().epochs();
        try (Progress progress = Progress.of("observing", "epochs", epochs);
                EpochFile file = request.profileBins() == null
                        ? TimFile.create(request, work)
                        : ProfileFiles.create(request, work)) {
            for (int epoch = 0; epoch < epochs; epoch++) {
                file.write(epoch);
                progress.reached(epoch + 1L);
            }
        }
    }

    private static List<String> names(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
