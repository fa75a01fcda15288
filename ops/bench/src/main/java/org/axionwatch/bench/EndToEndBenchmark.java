package org.axionwatch.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.axionwatch.embedded.EmbeddedCluster;
import org.axionwatch.topics.serde.RecordSerdes;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "end-to-end",
        mixinStandardHelpOptions = true,
        description = "Frames and events per second through the embedded broker.")
final class EndToEndBenchmark implements Callable<Integer> {
    @Mixin
    private BenchmarkOptions options;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EndToEndBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.out.println("Options: " + options.described());
        try (var embedded = EmbeddedCluster.start(options.folder, step -> System.out.println(step.description()));
                var cluster = new Cluster(embedded, options.partitions);
                var loads = new Loads(options, RecordSerdes.of(embedded.registryUrl()))) {
            List<Contender> contenders = List.of(
                    new RawBroker(cluster), new EmptyTopology(cluster, options), new AxionPipeline(cluster, options));
            List<Samples> samples = new ArrayList<>();
            if (options.measures("frames")) {
                samples.addAll(measure(loads.frames(), contenders));
            }
            if (options.measures("events")) {
                samples.addAll(measure(loads.events(), contenders));
            }
            var report = new Report(options, samples);
            report.print(System.out);
            report.write(options.json);
            return 0;
        }
    }

    private List<Samples> measure(Load load, List<Contender> contenders) throws Exception {
        List<List<Elapsed>> rounds = contenders.stream()
                .map(each -> (List<Elapsed>) new ArrayList<Elapsed>())
                .toList();
        for (int round = 1; round <= options.rounds; round++) {
            for (int i = 0; i < contenders.size(); i++) {
                Elapsed taken = contenders.get(i).elapsed(load);
                rounds.get(i).add(taken);
                System.out.printf(
                        "round %d: %s through %s: %.2f s, %.2f s of processor%n",
                        round, load.unit(), contenders.get(i).name(), taken.wallSeconds(), taken.cpuSeconds());
            }
        }
        List<Samples> samples = new ArrayList<>();
        for (int i = 0; i < contenders.size(); i++) {
            samples.add(new Samples(contenders.get(i).name(), load, rounds.get(i)));
        }
        return samples;
    }
}
