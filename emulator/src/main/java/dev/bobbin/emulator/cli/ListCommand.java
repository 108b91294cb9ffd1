package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin list}: functions, parameters and bindings of an item, found without running it. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the functions of an item.")
final class ListCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Option(names = "--json", description = "Prints one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException {
        ItemFolder folder = ItemReader.read(item);
        SourceOutline outline = SourceParser.outline(folder.script());
        List<Finding> findings = Stream.concat(folder.findings().stream(), outline.findings().stream())
                .toList();
        if (json) {
            Output.json(false, out -> write(outline.functions(), findings, out));
        } else {
            print(folder, outline.functions());
            findings.forEach(finding -> Output.error(FindingText.line(finding)));
        }
        return folder.scriptExists() ? 0 : CommandLine.ExitCode.USAGE;
    }

    private static void print(ItemFolder folder, List<FunctionSignature> functions) throws IOException {
        String count = functions.size() == 1 ? "1 function" : functions.size() + " functions";
        Output.line(folder.displayName() + ": " + count);
        for (FunctionSignature function : functions) {
            Output.line("");
            Output.line("  " + heading(function));
            if (!function.description().isEmpty()) {
                Output.line(
                        "      " + function.description().lines().findFirst().orElse(""));
            }
            for (Binding binding : function.bindings()) {
                Output.line("      " + sentence(binding));
            }
        }
    }

    private static String heading(FunctionSignature function) {
        String parameters =
                function.parameters().stream().map(ListCommand::declared).collect(Collectors.joining(", "));
        String returns = function.returnText().isEmpty() ? "" : " -> " + function.returnText();
        return function.name() + "(" + parameters + ")" + returns + "   line " + function.line();
    }

    private static String declared(Parameter parameter) {
        String type = parameter.typeText().isEmpty() ? "" : ": " + parameter.typeText();
        return parameter.name() + type + (parameter.defaultText() == null ? "" : " = " + parameter.defaultText());
    }

    private static String sentence(Binding binding) {
        return switch (binding) {
            case Binding.Connection connection ->
                connection.argName() + ": " + orNothing(connection.client()) + "connection " + connection.alias();
            case Binding.Generic generic -> generic.argName() + ": connection for " + generic.audienceType();
            case Binding.Context context -> context.argName() + ": context of the invocation";
        };
    }

    private static String orNothing(String client) {
        return client.isEmpty() ? "" : client + ", ";
    }

    private static void write(List<FunctionSignature> functions, List<Finding> findings, JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("functions");
        for (FunctionSignature function : functions) {
            write(function, out);
        }
        out.writeEndArray();
        FindingText.write(findings, out);
        out.writeEndObject();
    }

    private static void write(FunctionSignature function, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", function.name());
        out.writeNumberField("line", function.line());
        out.writeStringField("description", function.description());
        out.writeStringField("returns", function.returnText());
        out.writeArrayFieldStart("parameters");
        for (Parameter parameter : function.parameters()) {
            out.writeStartObject();
            out.writeStringField("name", parameter.name());
            out.writeStringField("type", parameter.typeText());
            out.writeStringField("default", parameter.defaultText());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeArrayFieldStart("bindings");
        for (Binding binding : function.bindings()) {
            switch (binding) {
                case Binding.Connection c -> write("connection", c, c.alias(), null, out);
                case Binding.Generic g -> write("generic", g, g.alias(), g.audienceType(), out);
                case Binding.Context c -> write("context", c, null, null, out);
            }
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void write(
            String kind, Binding binding, @Nullable String alias, @Nullable String audienceType, JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("kind", kind);
        out.writeStringField("argName", binding.argName());
        out.writeStringField("alias", alias);
        out.writeStringField("type", binding.typeText());
        out.writeStringField("audienceType", audienceType);
        out.writeEndObject();
    }
}
