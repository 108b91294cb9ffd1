package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something the code does that matters to the service or to its callers. */
public sealed interface CodeFact {

    /** Where it does so. */
    TextRange range();

    /** A stretch of code and what would better stand there. */
    record Replacement(TextRange range, String text) {}

    /**
     * A query put together from text and values.
     *
     * @param style how
     * @param parameterised the same with {@code ?} and parameters; empty when that cannot be told
     */
    record BuiltSql(TextRange range, SqlStyle style, List<Replacement> parameterised) implements CodeFact {

        public BuiltSql {
            parameterised = List.copyOf(parameterised);
        }
    }

    /** Ways to put values into a text. */
    enum SqlStyle {
        F_STRING,
        PERCENT,
        PLUS,
        FORMAT
    }

    /**
     * A result that JSON does not know and that callers therefore get as Python's own text.
     *
     * @param function the function that returns it
     * @param kind what it is
     * @param inside whether it is one value in a list or dict, so that the whole of it becomes text
     * @param asJson what could be returned instead; null when that cannot be told
     */
    record TextResult(
            TextRange range,
            String function,
            ResultKind kind,
            boolean inside,
            @Nullable Replacement asJson) implements CodeFact {}

    /** Values JSON does not know. */
    enum ResultKind {
        ROWS,
        ROW,
        DATETIME,
        DATE,
        DECIMAL,
        SET,
        BYTES,
        UUID,
        GENERATOR
    }

    /**
     * Syntax that Python reads from a version on only, such as 3.12.
     *
     * @param remedy the same in words of before; null when that cannot be told
     */
    record NewerSyntax(
            TextRange range,
            Message feature,
            String version,
            @Nullable Remedy remedy) implements CodeFact {}

    /** A change. @param title what it does, as a button says it */
    record Remedy(Message title, Replacement change) {}

    /** An invokable function that makes a generator when it is called, because it has this {@code yield}. */
    record GeneratorFunction(TextRange range, String function) implements CodeFact {}

    /** One invokable function calls another by name. */
    record FunctionCall(TextRange range, String caller, String called) implements CodeFact {}

    /**
     * A name that nothing in the file gives a value, where a function first uses it.
     *
     * @param uses where a function uses it, in the order of the text; one at least
     * @param attribute what is taken of it, such as {@code dumps} of {@code json.dumps}; null when it stands alone
     * @param similar the one name that is likely meant; null when there is none
     */
    record UnknownName(
            List<TextRange> uses,
            String name,
            @Nullable String attribute,
            @Nullable String similar) implements CodeFact {

        public UnknownName {
            uses = List.copyOf(uses);
        }

        @Override
        public TextRange range() {
            return uses.getFirst();
        }
    }

    /** A variable of the file or of a function around that a function changes in place without declaring whose it is. */
    record UnsetVariable(TextRange range, String name, String function) implements CodeFact {}

    /**
     * The file changes data through SQL, and nothing in it commits.
     *
     * @param commit a statement behind it that does; null when it cannot be told where
     */
    record NoCommit(
            TextRange range, String function, @Nullable Replacement commit) implements CodeFact {}
}
