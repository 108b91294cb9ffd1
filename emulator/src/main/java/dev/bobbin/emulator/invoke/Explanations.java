package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.item.ItemFolder;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in plain words why code could not be loaded, or what a function lacked. */
final class Explanations {

    private static final Set<String> UNREADABLE = Set.of("SyntaxError", "IndentationError", "TabError");

    /** How Python words it. */
    private static final Pattern NO_MODULE = Pattern.compile("No module named '([^'.]+)");

    private Explanations() {}

    /** @param missing what to do about a module that is not there, by its name */
    static String ofLoadFailure(EngineOutcome.LoadFailed failed, UnaryOperator<String> missing) {
        Traceback traceback = failed.traceback();
        if (failed.missingModule() != null) {
            String module = failed.missingModule();
            return "The library '" + module + "' is not there, so no function of this item can run" + where(traceback)
                    + ". " + missing.apply(module);
        }
        if (UNREADABLE.contains(traceback.type())) {
            return "Python cannot read the code" + where(traceback) + ": " + traceback.message()
                    + ". No function of this item can run until that is mended.";
        }
        return "The code fails while it is imported" + where(traceback) + ", before any function is called: "
                + traceback.type() + ": " + traceback.message();
    }

    /** Null when there is nothing to add to the exception itself. */
    static @Nullable String ofFailure(@Nullable Traceback traceback, UnaryOperator<String> missing) {
        if (traceback == null || !traceback.type().equals("ModuleNotFoundError")) {
            return null;
        }
        Matcher module = NO_MODULE.matcher(traceback.message());
        return module.find()
                ? "The library '" + module.group(1) + "', which the function imports" + where(traceback)
                        + ", is not there. " + missing.apply(module.group(1))
                : null;
    }

    private static String where(Traceback traceback) {
        return traceback.frames().isEmpty()
                ? ""
                : " (" + ItemFolder.SCRIPT + ", line "
                        + traceback.frames().getLast().line() + ")";
    }
}
