package org.axionwatch.app.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "limits",
        description = "Writes joint limits on axion couplings as files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "export",
        subcommands = LimitsExportCommand.class,
        footer = {"", "Example:", "  axionwatch limits export --from results --out limits"})
final class LimitsCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "limits needs export");
    }
}
