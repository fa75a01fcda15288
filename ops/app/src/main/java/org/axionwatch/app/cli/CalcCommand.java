package org.axionwatch.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.axionwatch.app.calc.Calculator;
import org.axionwatch.app.calc.CalculatorException;
import org.axionwatch.app.session.CommandFailure;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "calc",
        description = "Computes one function with the physics used in the stream.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Examples:",
            "  axionwatch calc --list",
            "  axionwatch calc constants name=hbar_eV_s",
            "  axionwatch calc pulsar.resonance-frequency ma_eV=1e-5 convention=physical",
            "  axionwatch calc --vectors vectors.jsonl"
        })
final class CalcCommand implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "FUNCTION", description = "what to compute")
    private @Nullable String function;

    @Parameters(
            index = "1..*",
            paramLabel = "KEY=VALUE",
            description = "inputs; a value is JSON where it parses as JSON, text otherwise")
    private List<String> inputs = List.of();

    @Option(
            names = "--vectors",
            paramLabel = "FILE",
            description =
                    "answer each line {\"id\",\"function\",\"inputs\"} of the file with a line {\"id\",\"output\"}"
                            + " or {\"id\",\"error\"}")
    private @Nullable Path vectors;

    @Option(
            names = "--sightlines",
            paramLabel = "DIR",
            description = "electron densities for conversion.sightline, quintuplet.csv and westerlund1.csv"
                    + " (default: sightlines beside the vectors FILE, where it exists)")
    private @Nullable Path sightlines;

    @Option(names = "--list", description = "list the functions")
    private boolean list;

    @Override
    public Integer call() throws JsonProcessingException {
        if ((list ? 1 : 0) + (vectors == null ? 0 : 1) + (function == null ? 0 : 1) != 1) {
            throw new ParameterException(spec.commandLine(), "give a function, --vectors FILE or --list");
        }
        Calculator calculator = calculator();
        PrintWriter out = spec.commandLine().getOut();
        if (list) {
            calculator.functions().stream().sorted().forEach(out::println);
        } else if (vectors != null) {
            answer(calculator, vectors, out);
        } else {
            out.println(JSON.writeValueAsString(compute(calculator, String.valueOf(function))));
        }
        out.flush();
        return 0;
    }

    private Calculator calculator() {
        if (sightlines != null) {
            return Calculator.withDensityTables(sightlines);
        }
        Path beside = vectors == null ? null : vectors.resolveSibling("sightlines");
        return beside != null && Files.isDirectory(beside) ? Calculator.withDensityTables(beside) : new Calculator();
    }

    private JsonNode compute(Calculator calculator, String name) {
        ObjectNode arguments = JSON.createObjectNode();
        for (String input : inputs) {
            int equals = input.indexOf('=');
            if (equals < 1) {
                throw new ParameterException(spec.commandLine(), "input '" + input + "' is not key=value");
            }
            String key = input.substring(0, equals);
            if (arguments.has(key)) {
                throw new ParameterException(spec.commandLine(), "input " + key + " is given twice");
            }
            arguments.set(key, value(input.substring(equals + 1)));
        }
        try {
            return calculator.call(name, arguments);
        } catch (CalculatorException e) {
            throw new CommandFailure(name + ": " + e.getMessage(), e);
        }
    }

    private static JsonNode value(String text) {
        try {
            JsonNode value = JSON.readTree(text);
            return value.isMissingNode() ? TextNode.valueOf(text) : value;
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(text);
        }
    }

    private static void answer(Calculator calculator, Path file, PrintWriter out) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line;
            while ((line = lines.readLine()) != null) {
                if (!line.isBlank()) {
                    out.println(calculator.answerLine(line));
                }
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure(file + ": there is no such file", e);
        } catch (MalformedInputException e) {
            throw new CommandFailure(file + ": is not UTF-8 text", e);
        } catch (IOException e) {
            throw new CommandFailure(file + ": cannot be read: " + e.getMessage(), e);
        }
    }
}
