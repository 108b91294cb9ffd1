package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A T-SQL function.
 *
 * @param parameters what it takes; the last repeats when {@code most} exceeds their number
 * @param least smallest number of arguments
 * @param most largest number of arguments
 * @param takesNull false when a NULL argument makes the result NULL without asking the body
 * @param stable false when two calls with the same arguments may differ
 */
public record FunctionDefinition(
        String name,
        List<Parameter> parameters,
        int least,
        int most,
        ResultType result,
        boolean takesNull,
        boolean stable,
        Body body) {

    /** What an argument is turned to before the call. */
    public enum Parameter {
        ANY,
        TEXT,
        INT,
        BIT,
        BIGINT,
        FLOAT,
        NUMBER,
        BINARY,
        DATE_TIME,
        /** A moment that may have an offset; text is read with seven digits of the second's fraction. */
        PRECISE_DATE_TIME,
        /** A word such as {@code day}; not an expression. */
        DATE_PART
    }

    /** The type of the result, from the types of the arguments. */
    @FunctionalInterface
    public interface ResultType {
        SqlType of(List<SqlType> arguments);
    }

    /** What the function does; values are as {@link dev.bobbin.emulator.standin.sql.types.Codec} holds them. */
    @FunctionalInterface
    public interface Body {
        @Nullable
        Object apply(Invocation call, @Nullable Object[] values);
    }

    public Parameter parameter(int index) {
        return parameters.get(Math.min(index, parameters.size() - 1));
    }
}
