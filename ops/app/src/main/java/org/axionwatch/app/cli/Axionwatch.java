package org.axionwatch.app.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: {@code ./axionwatch COMMAND}. Exit status 0 = done, 1 = failed, 2 = wrong usage. */
@Command(
        name = "axionwatch",
        description = "Watches pulsar timing and X-ray observations for axions.",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            IngestCommand.class,
            ReplayCommand.class,
            CalcCommand.class,
            DemoCommand.class,
            SimulateCommand.class,
            LimitsCommand.class,
            TopicsCommand.class,
            SettingsCommand.class,
        },
        footer = {
            "",
            "Exit status: 0 done, 1 failed, 2 wrong usage.",
            "",
            "Examples:",
            "  axionwatch demo --once",
            "  axionwatch replay J2214+3000.par J2214+3000.tim --out results",
            "  axionwatch replay --help"
        })
public final class Axionwatch implements Runnable {
    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        LogFile.prepare();
        int status = commandLine().setErr(terminal()).execute(arguments);
        System.out.flush();
        System.exit(status);
    }

    /** Standard error itself, whatever {@link System#err} becomes. */
    private static PrintWriter terminal() {
        return new PrintWriter(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
    }

    /** The command line of the program, for {@link #main} and the tests. */
    public static CommandLine commandLine() {
        var commandLine = new CommandLine(new Axionwatch());
        commandLine.getSubcommands().values().forEach(Axionwatch::complete);
        return commandLine
                .setExecutionExceptionHandler(new FailureReport())
                .setParameterExceptionHandler(Axionwatch::wrongUsage)
                .setUsageHelpAutoWidth(true)
                .setUsageHelpLongOptionsMaxWidth(32)
                .setAbbreviatedOptionsAllowed(false);
    }

    private static void complete(CommandLine command) {
        if (command.getCommand() instanceof ConfiguredCommand configured) {
            ConfiguredCommand.addFlags(command.getCommandSpec(), configured.groups());
        }
        command.getSubcommands().values().forEach(Axionwatch::complete);
    }

    private static int wrongUsage(CommandLine.ParameterException mistake, String[] arguments) {
        PrintWriter err = mistake.getCommandLine().getErr();
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        err.println("axionwatch: " + FailureReport.oneLine(String.valueOf(mistake.getMessage())) + "; see " + command
                + " --help");
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }
}
