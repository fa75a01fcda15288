package org.axionwatch.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "topics",
        description = "Creates or checks the topics of an existing cluster.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "create|check",
        subcommands = {TopicsCreateCommand.class, TopicsCheckCommand.class},
        footer = {
            "",
            "Examples:",
            "  axionwatch topics check --bootstrap localhost:9092",
            "  axionwatch topics create --bootstrap localhost:9092 --dry-run"
        })
final class TopicsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "topics needs create or check");
    }
}
