package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.caller.Caller;
import dev.bobbin.emulator.caller.Callers;
import dev.bobbin.emulator.caller.Sender;
import dev.bobbin.emulator.caller.Sent;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --caller}: values are sent as one of those sends them who call functions in Fabric. */
final class CallerOption {

    @Option(
            names = "--caller",
            paramLabel = "CALLER",
            description =
                    "Sends the input as a caller in Fabric would (rest, notebook, pipeline, activator, scheduler or"
                            + " powerbi), as the user it runs for; says on standard error what differs.")
    @Nullable
    String caller;

    /** What is sent, and for whom. */
    record Call(String body, ExecutingUser user) {}

    /**
     * The call to make; body and user as they are without the option.
     *
     * @param acting who presses the button or runs the cell
     * @throws CliFailure when there is no such caller or function, the body is no JSON object, or the caller would
     *     not call with it
     */
    Call apply(ItemFolder item, String function, String body, ExecutingUser acting) throws CliFailure {
        if (caller == null) {
            return new Call(body, acting);
        }
        Caller chosen = Callers.of(caller)
                .orElseThrow(() -> new CliFailure("There is no caller '" + caller + "'. Known: "
                        + Callers.all().stream().map(Caller::id).collect(Collectors.joining(", ")) + "."));
        FunctionSignature signature = SourceParser.outline(item.script())
                .function(function)
                .orElseThrow(() -> new CliFailure("There is no function '" + function + "' in this item."));
        Sent sent = Sender.send(chosen, signature, InputText.object(body), acting, ExecutingUser.LOCAL);
        if (sent.heldBack()) {
            throw new CliFailure(String.join("\n", sent.remarks()) + "\nSo there is no call.");
        }
        Output.error(
                chosen.title() + " sends " + sent.body() + " for " + sent.user().preferredUsername() + ".");
        sent.remarks().forEach(Output::error);
        return new Call(sent.body().toString(), sent.user());
    }
}
