package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.serve.EndpointListener;
import dev.bobbin.emulator.serve.ServedCall;
import dev.bobbin.emulator.serve.ServedCode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Prints what happens at an endpoint on standard error: a line a request, under it what its function logged. */
final class ServeLog implements EndpointListener {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final ErrorQueue errors;

    ServeLog(ErrorQueue errors) {
        this.errors = errors;
    }

    @Override
    public void called(ServedCall call) {
        StringBuilder text = new StringBuilder(time(call.time()))
                .append(call.request().function())
                .append(": ");
        switch (call.result()) {
            case InvocationResult.Answered answered ->
                text.append(answered.envelope().status().wireName())
                        .append(", HTTP ")
                        .append(answered.httpStatus());
            case InvocationResult.Stopped _ -> text.append("stopped");
        }
        text.append(", ").append(call.result().duration().toMillis()).append(" ms");
        call.logs()
                .forEach(line -> text.append(System.lineSeparator())
                        .append("    [")
                        .append(line.level())
                        .append("] ")
                        .append(indented(line.message())));
        // In one piece, so that the lines of requests at the same time do not mix.
        errors.line(text.toString());
    }

    @Override
    public void refused(Refusal refusal) {
        errors.line(time(refusal.time()) + refusal.method() + " " + refusal.path() + ": HTTP " + refusal.httpStatus()
                + ", " + refusal.reason());
    }

    @Override
    public void reloaded(ServedCode code) {
        errors.line(time(Instant.now()) + news(code));
    }

    private static String news(ServedCode code) {
        if (!code.item().scriptExists()) {
            return ItemFolder.SCRIPT + " is gone: there are no functions until it is back.";
        }
        return code.tellsWhatIsPublic()
                ? "The item has changed; its new code answers from now on."
                : ItemFolder.DEFINITION + (code.definitionGone() ? " is gone" : " cannot be read")
                        + ": no function may be called until it says again which are open to callers.";
    }

    /** What a function logs may come from its caller, who must not begin a line of his own. */
    private static String indented(String message) {
        return message.replace("\n", "\n        ");
    }

    private static String time(Instant instant) {
        return TIME.format(instant) + " ";
    }
}
