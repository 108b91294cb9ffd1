package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.TextRange;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What parsing {@code function_app.py} tells: its functions, the modules it imports, what its code does that matters to
 * the service, and its syntax errors.
 *
 * @param functions in the order of the text; a name declared twice is there twice
 * @param imports one a module, in the order of the text
 * @param apps the {@code UserDataFunctions()} (or {@code FabricApp()}) objects the file creates; the service wants exactly one
 * @param unregistered functions whose decorators do not make them invokable
 * @param facts what rules want to know of the code inside functions, in no order
 * @param head the beginning of the file
 * @param findings syntax errors
 */
public record SourceOutline(
        List<FunctionSignature> functions,
        List<Import> imports,
        List<App> apps,
        List<Unregistered> unregistered,
        List<CodeFact> facts,
        Head head,
        List<Finding> findings) {

    /** The outline of an empty file. */
    public static final SourceOutline EMPTY = failed(List.of());

    /**
     * A module named by an import statement.
     *
     * @param module its top-level name, such as {@code azure}
     * @param path its full name as written, such as {@code azure.storage.blob}
     * @param names what {@code from … import …} takes from it, {@code *} included; empty for {@code import}
     * @param guarded whether a {@code try} around it catches a failure
     * @param statement the whole statement
     */
    public record Import(String module, String path, List<String> names, boolean guarded, TextRange statement) {

        public Import {
            names = List.copyOf(names);
        }

        /** From 1. */
        public int line() {
            return statement.line();
        }
    }

    /**
     * An app object.
     *
     * @param statement the assignment that creates it
     * @param uses its name wherever it stands
     */
    public record App(String name, TextRange statement, List<TextRange> uses) {

        public App {
            uses = List.copyOf(uses);
        }

        /** Line of the assignment, from 1. */
        public int line() {
            return statement.line();
        }
    }

    /**
     * A function with decorators of the app that the service does not see: {@code @udf.function} lacks its parentheses,
     * or there is none.
     *
     * @param bare the decorator that lacks its parentheses; null when there is none
     */
    public record Unregistered(
            FunctionSignature function, @Nullable Decoration bare) {}

    /**
     * The beginning of a file.
     *
     * @param sdk what {@code fabric.functions} is called in the file; null when it is not imported as a whole
     * @param stream what {@code StreamResponse} is called in the file; null when it cannot be named without a new import
     * @param appName the object whose decorators the first function has; null when there is none
     * @param insertionLine line before which statements can be added behind the first imports
     */
    public record Head(
            @Nullable String sdk,
            @Nullable String stream,
            @Nullable String appName,
            int insertionLine) {}

    public SourceOutline {
        functions = List.copyOf(functions);
        imports = List.copyOf(imports);
        apps = List.copyOf(apps);
        unregistered = List.copyOf(unregistered);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
    }

    /** The outline of a text nothing is known of but what is wrong with it. */
    static SourceOutline failed(List<Finding> findings) {
        return new SourceOutline(
                List.of(), List.of(), List.of(), List.of(), List.of(), new Head(null, null, null, 1), findings);
    }

    /** The function of that name; the last one when a name was declared twice, as Python would have it. */
    public Optional<FunctionSignature> function(String name) {
        return functions.reversed().stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
