package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What parsing {@code function_app.py} tells: its functions, the modules it imports and its syntax errors.
 *
 * @param imports top-level names of imported modules ({@code pandas}, {@code fabric}), with their lines
 */
public record SourceOutline(List<FunctionSignature> functions, List<Import> imports, List<Finding> findings) {

    /** A module named by an import statement. */
    public record Import(String module, int line) {}

    public SourceOutline {
        functions = List.copyOf(functions);
        imports = List.copyOf(imports);
        findings = List.copyOf(findings);
    }

    /** The function of that name; the last one when a name was declared twice, as Python would have it. */
    public Optional<FunctionSignature> function(String name) {
        return functions.reversed().stream().filter(f -> f.name().equals(name)).findFirst();
    }
}
