package dev.bobbin.emulator.signature;

import java.util.List;

/**
 * A function a caller can invoke, as its source text declares it.
 *
 * @param name name of the {@code def}
 * @param description the docstring, dedented; empty when there is none
 * @param returnText the return annotation as written; empty when there is none
 * @param returnType what it stands for
 * @param parameters those a caller passes, in order
 * @param hostParameters those a caller cannot pass: named by a decorator, or reserved by the service ({@code req},
 *     {@code context} and the like), in order
 * @param bindings what the decorators ask the host to fill in; one may name a parameter that is not there
 * @param async declared with {@code async def}
 * @param streaming declared with {@code streaming_function}
 * @param line line of the {@code def}, from 1
 * @param endLine last line of the body
 * @param layout where its parts stand
 */
public record FunctionSignature(
        String name,
        String description,
        String returnText,
        ParamType returnType,
        List<Parameter> parameters,
        List<Parameter> hostParameters,
        List<Binding> bindings,
        boolean async,
        boolean streaming,
        int line,
        int endLine,
        FunctionLayout layout) {

    public FunctionSignature {
        parameters = List.copyOf(parameters);
        hostParameters = List.copyOf(hostParameters);
        bindings = List.copyOf(bindings);
    }

    /** The same function with another last line. */
    FunctionSignature endingAt(int lastLine) {
        return new FunctionSignature(
                name,
                description,
                returnText,
                returnType,
                parameters,
                hostParameters,
                bindings,
                async,
                streaming,
                line,
                lastLine,
                layout);
    }
}
