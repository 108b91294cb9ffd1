package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of a function stand in the script, for editing it.
 *
 * @param whole from the first decorator to the end of the body
 * @param name of the name behind {@code def}
 * @param afterParameters the empty stretch behind the closing parenthesis
 * @param returnType of the return annotation; null when there is none
 * @param parameters all of them by name, those the host fills in included
 * @param decorators of the app object, in order
 * @param uncallable parameters that no request can fill
 */
public record FunctionLayout(
        TextRange whole,
        TextRange name,
        TextRange afterParameters,
        @Nullable TextRange returnType,
        Map<String, ParameterLayout> parameters,
        List<Decoration> decorators,
        List<Uncallable> uncallable) {

    /**
     * Where the parts of a parameter stand.
     *
     * @param type of the annotation; null when there is none
     * @param defaultValue from behind the name or annotation to the end of the default; null when there is none
     * @param uses the name wherever the function uses the parameter, itself included; empty when a name inside shadows it
     */
    public record ParameterLayout(
            TextRange name,
            @Nullable TextRange type,
            @Nullable TextRange defaultValue,
            List<TextRange> uses) {

        public ParameterLayout {
            uses = List.copyOf(uses);
        }
    }

    /** A parameter no request can fill. @param text as written */
    public record Uncallable(String text, boolean positionalOnly, TextRange range) {}

    public FunctionLayout {
        parameters = Map.copyOf(parameters);
        decorators = List.copyOf(decorators);
        uncallable = List.copyOf(uncallable);
    }
}
