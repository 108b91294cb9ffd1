package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.caller.Caller;
import dev.bobbin.emulator.caller.Callers;
import dev.bobbin.emulator.caller.Sender;
import dev.bobbin.emulator.caller.Sent;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options {@code --caller} and {@code --owner}: values are sent as one of those sends them who call functions in Fabric. */
final class CallerOption {

    @Option(
            names = "--caller",
            paramLabel = "CALLER",
            description =
                    "Sends the input as a caller in Fabric would (rest, notebook, pipeline, activator, scheduler or"
                            + " powerbi), as the user it runs for; says on standard error what differs.")
    @Nullable
    String caller;

    @Option(
            names = "--owner",
            paramLabel = "NAME",
            description =
                    "With --caller pipeline, activator or scheduler: whose it is, so for whom the function runs; a"
                            + " persona of the workspace (without it, the user Bobbin makes up itself).")
    @Nullable
    String owner;

    /** What is sent, and for whom. */
    record Call(String body, ExecutingUser user) {}

    /**
     * The call to make; body and user as they are without the option.
     *
     * @param options tell who presses the button or runs the cell
     * @throws CliFailure when there is no such caller, owner or function, the body is no JSON object, or the caller
     *     would not call with it
     * @throws IOException when the personas of the workspace cannot be read
     */
    Call apply(ItemFolder item, String function, String body, RunOptions options) throws CliFailure, IOException {
        if (caller == null) {
            refuseOwner("no caller is named");
            return new Call(body, options.user(item));
        }
        Caller chosen = Callers.of(caller)
                .orElseThrow(() -> new CliFailure("There is no caller '" + caller + "'. Known: "
                        + Callers.all().stream().map(Caller::id).collect(Collectors.joining(", ")) + "."));
        FunctionSignature signature = SourceParser.outline(item.script())
                .function(function)
                .orElseThrow(() -> new CliFailure("There is no function '" + function + "' in this item."));
        if (chosen.runsAs() != Caller.RunsAs.OWNER) {
            refuseOwner(chosen.title() + " runs functions for who acts, whom --persona names");
        }
        ExecutingUser owning = owner == null ? ExecutingUser.LOCAL : options.persona(item, owner);
        Sent sent = Sender.send(chosen, signature, InputText.object(body), options.user(item), owning);
        if (sent.heldBack()) {
            throw new CliFailure(sent.remarks().stream().map(Message::english).collect(Collectors.joining("\n"))
                    + "\nSo there is no call.");
        }
        Output.error(chosen.title().english() + " sends " + sent.body() + " for "
                + sent.user().preferredUsername() + ".");
        sent.remarks().forEach(remark -> Output.error(remark.english()));
        return new Call(sent.body().toString(), sent.user());
    }

    private void refuseOwner(String reason) throws CliFailure {
        if (owner != null) {
            throw new CliFailure("--owner has no meaning here: " + reason
                    + ". It says whose pipeline, rule or schedule calls: --caller pipeline, activator or scheduler.");
        }
    }
}
