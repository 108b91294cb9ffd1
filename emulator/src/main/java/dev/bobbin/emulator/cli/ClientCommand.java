package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.codegen.ClientCall;
import dev.bobbin.emulator.codegen.ClientCode;
import dev.bobbin.emulator.codegen.ClientLanguage;
import dev.bobbin.emulator.codegen.ClientTarget;
import dev.bobbin.emulator.codegen.SampleValues;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin client}: code that calls a function. */
@Command(
        name = "client",
        mixinStandardHelpOptions = true,
        description = "Makes code that calls a function, with the given values filled in.")
final class ClientCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(index = "1", paramLabel = "<function>", description = "Name of the function.")
    String function = "";

    @Option(
            names = "--language",
            required = true,
            paramLabel = "L",
            description = "python, csharp, javascript, notebook, curl or powershell.")
    String language = "";

    @Option(
            names = "--input",
            paramLabel = "JSON|@file|-",
            description = "The values to fill in; without it one of the right type for every parameter.")
    @Nullable
    String input;

    @Option(
            names = "--local",
            paramLabel = "URL",
            description = "Calls an endpoint of 'bobbin serve' at this address instead of the published item.")
    @Nullable
    String local;

    @Option(
            names = "--with-token",
            description = "The endpoint at --local wants a token (serve --token): the code takes it from the variable"
                    + " BOBBIN_TOKEN.")
    boolean withToken;

    @Override
    public Integer call() throws Exception {
        ItemFolder folder = ItemReader.read(item);
        SourceOutline outline = SourceParser.outline(folder.script());
        outline.findings().forEach(finding -> Output.error(FindingText.line(finding)));
        FunctionSignature signature = outline.function(function)
                .orElseThrow(() -> new CliFailure("There is no function '" + function + "' in this item."));
        ClientLanguage chosen = ClientLanguage.of(language)
                .orElseThrow(() -> new CliFailure("There is no language '" + language
                        + "'. Known: "
                        + Arrays.stream(ClientLanguage.values())
                                .map(ClientLanguage::id)
                                .collect(Collectors.joining(", "))));
        if (chosen == ClientLanguage.NOTEBOOK && local != null) {
            throw new CliFailure("A Fabric notebook calls the published item; it cannot reach --local. Choose python"
                    + " for code that does.");
        }
        ObjectNode body = body(signature);
        body.fieldNames().forEachRemaining(name -> {
            if (signature.parameters().stream()
                    .noneMatch(parameter -> parameter.name().equals(name))) {
                Output.error("The function has no parameter '" + name + "'. The service leaves the value out.");
            }
        });
        if (!folder.definition().isPublic(function)) {
            Output.error("Public access to '" + function + "' is switched off in definition.json"
                    + " (isPublicEndpointEnabled): this code is answered with HTTP 400 until it is switched on.");
        }
        ClientCall call = new ClientCall(folder.displayName(), function, signature.streaming(), body);
        Output.document(ClientCode.of(chosen, call, target()).stripTrailing());
        return 0;
    }

    private ClientTarget target() throws CliFailure {
        if (local == null && withToken) {
            throw new CliFailure("--with-token belongs to --local: the published item wants a token of Microsoft Entra,"
                    + " which its code asks for anyway.");
        }
        if (local == null) {
            return ClientTarget.Service.unpublished();
        }
        return new ClientTarget.Local(
                InputText.address("--local", local.endsWith("/") ? local : local + "/"), withToken);
    }

    private ObjectNode body(FunctionSignature signature) throws Exception {
        return input == null ? SampleValues.of(signature) : InputText.object(InputText.read(input));
    }
}
