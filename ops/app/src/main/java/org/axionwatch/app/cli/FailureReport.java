package org.axionwatch.app.cli;

import java.io.PrintWriter;
import org.apache.kafka.common.KafkaException;
import org.axionwatch.app.config.SettingsException;
import org.axionwatch.app.session.CommandFailure;
import org.axionwatch.embedded.EmbeddedException;
import org.axionwatch.topics.catalog.TopicPreflightException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** What a user reads when a command fails: the reason, never a stack trace; that goes to the log file. */
final class FailureReport implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        messageOf(failure).lines().filter(line -> !line.isBlank()).forEach(line -> err.println("axionwatch: " + line));
        err.flush();
        return failure instanceof SettingsException ? CommandLine.ExitCode.USAGE : CommandLine.ExitCode.SOFTWARE;
    }

    private static String messageOf(Exception failure) {
        if (failure instanceof TopicPreflightException preflight) {
            return String.join("\n", preflight.problems());
        }
        if (isExpected(failure)) {
            return String.valueOf(failure.getMessage());
        }
        var log = LogFile.openDefault();
        LoggerFactory.getLogger(FailureReport.class).error("unexpected failure", failure);
        if (failure instanceof KafkaException) {
            return "the cluster failed: " + oneLine(innermost(failure).toString()) + "; details are in " + log;
        }
        return "internal error: " + oneLine(failure.toString()) + "; details are in " + log;
    }

    private static Throwable innermost(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null ? failure : innermost(cause);
    }

    private static boolean isExpected(Exception failure) {
        return failure instanceof CommandFailure
                || failure instanceof SettingsException
                || failure instanceof EmbeddedException;
    }

    static String oneLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
