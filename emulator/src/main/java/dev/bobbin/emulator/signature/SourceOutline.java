package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What parsing {@code function_app.py} tells: its functions, the modules it imports and its syntax errors.
 *
 * @param functions in the order of the text; a name declared twice is there twice
 * @param imports top-level names of imported modules ({@code pandas}, {@code fabric}), with their lines
 * @param apps the {@code UserDataFunctions()} (or {@code FabricApp()}) objects the file creates; the service wants exactly one
 * @param bareDecorators functions that the service does not see because {@code @udf.function} lacks its parentheses
 * @param findings syntax errors
 */
public record SourceOutline(
        List<FunctionSignature> functions,
        List<Import> imports,
        List<Declared> apps,
        List<Declared> bareDecorators,
        List<Finding> findings) {

    /** The outline of an empty file. */
    public static final SourceOutline EMPTY = new SourceOutline(List.of(), List.of(), List.of(), List.of(), List.of());

    /** A module named by an import statement. */
    public record Import(String module, int line) {}

    /** A name and the line that declares it, from 1. */
    public record Declared(String name, int line) {}

    public SourceOutline {
        functions = List.copyOf(functions);
        imports = List.copyOf(imports);
        apps = List.copyOf(apps);
        bareDecorators = List.copyOf(bareDecorators);
        findings = List.copyOf(findings);
    }

    /** The function of that name; the last one when a name was declared twice, as Python would have it. */
    public Optional<FunctionSignature> function(String name) {
        return functions.reversed().stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
