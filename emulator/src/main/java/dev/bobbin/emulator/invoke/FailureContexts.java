package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.RunTrace;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells what is known of a failure from its traceback: what is not there, or the line that could not be loaded. */
final class FailureContexts {

    private static final String NO_MODULE = "ModuleNotFoundError";

    /** How Python words it. */
    private static final Pattern MODULE = Pattern.compile("No module named '([^'.]+)");

    /** How the SDK's connections are used. */
    private static final Pattern CONNECTING = Pattern.compile("\\.(?:connect\\w*|getVariables)\\(");

    private static final Set<String> OF_SYNTAX = Set.of("SyntaxError", "IndentationError", "TabError");

    private FailureContexts() {}

    /** @param install the command that installs what brings a module, by its name; empty when there is none */
    static FailureContext ofLoadFailure(EngineOutcome.LoadFailed failed, UnaryOperator<String> install) {
        String missing = failed.missingModule();
        int line = line(failed.traceback());
        return missing == null
                ? new FailureContext.Loading(line, isConnecting(failed.traceback()))
                : new FailureContext.MissingModule(missing, line, install.apply(missing));
    }

    /**
     * The same of a function that raised.
     *
     * @param traceback null when it did not
     */
    static FailureContext ofFailure(
            @Nullable Traceback traceback, UnaryOperator<String> install, RunTrace trace, KnownData data) {
        if (traceback == null) {
            return FailureContext.NONE;
        }
        if (traceback.missing() != null) {
            return data.missingFile(traceback.missing()).orElse(FailureContext.NONE);
        }
        if (!traceback.type().equals(NO_MODULE)) {
            return StatementFailures.of(traceback, trace, data);
        }
        Matcher module = MODULE.matcher(traceback.message());
        return module.find()
                ? new FailureContext.MissingModule(module.group(1), line(traceback), install.apply(module.group(1)))
                : FailureContext.NONE;
    }

    /** A line that cannot be read does nothing yet. */
    private static boolean isConnecting(Traceback traceback) {
        return !OF_SYNTAX.contains(traceback.type())
                && !traceback.frames().isEmpty()
                && CONNECTING
                        .matcher(Objects.requireNonNullElse(
                                traceback.frames().getLast().code(), ""))
                        .find();
    }

    private static int line(Traceback traceback) {
        return traceback.frames().isEmpty() ? 0 : traceback.frames().getLast().line();
    }
}
