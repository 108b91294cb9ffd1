package dev.bobbin.emulator.signature;

import org.jspecify.annotations.Nullable;

/**
 * The type of a parameter a caller passes, as far as forms and checks need it.
 *
 * <p>Source: programming model, "Supported input types"; the text as written stays in {@link Parameter#typeText()}.
 */
public sealed interface ParamType {

    record Str() implements ParamType {}

    record Int() implements ParamType {}

    record Float() implements ParamType {}

    record Bool() implements ParamType {}

    record DateTime() implements ParamType {}

    /** @param element type of the elements when written ({@code list[int]}); the service never converts them */
    record ListOf(@Nullable ParamType element) implements ParamType {}

    /** @param value type of the values when written ({@code dict[str, float]}) */
    record Dict(@Nullable ParamType value) implements ParamType {}

    record SetOf(@Nullable ParamType element) implements ParamType {}

    record Tuple() implements ParamType {}

    record DataFrame() implements ParamType {}

    record Series() implements ParamType {}

    /**
     * Written, but not a type the service binds, such as {@code Decimal} or {@code str | None}.
     *
     * @param name the dotted name with import aliases resolved ({@code decimal.Decimal},
     *     {@code fabric.functions.FabricSqlConnection}); the text as written when it is no plain name
     */
    record Unsupported(String name) implements ParamType {}

    /** No annotation at all. */
    record Missing() implements ParamType {}
}
