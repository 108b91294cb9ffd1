package dev.bobbin.emulator.signature;

import java.util.List;

/**
 * A function a caller can invoke, as its source text declares it.
 *
 * @param name name of the {@code def}
 * @param description the docstring, dedented; empty when there is none
 * @param returnText the return annotation as written; empty when there is none
 * @param parameters those a caller passes, in order
 * @param bindings those the host fills in
 * @param async declared with {@code async def}
 * @param streaming declared with {@code streaming_function}
 * @param line line of the {@code def}, from 1
 * @param endLine last line of the body
 */
public record FunctionSignature(
        String name,
        String description,
        String returnText,
        List<Parameter> parameters,
        List<Binding> bindings,
        boolean async,
        boolean streaming,
        int line,
        int endLine) {

    public FunctionSignature {
        parameters = List.copyOf(parameters);
        bindings = List.copyOf(bindings);
    }
}
