package dev.bobbin.emulator.signature;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A parameter that the host fills in, named by a decorator. */
public sealed interface Binding {

    /** The parameter's name. */
    String argName();

    /** The annotation as written, empty when there is none. */
    String typeText();

    /** Line of the decorator, from 1. */
    int line();

    /**
     * {@code @udf.connection(alias=…, argName=…)}.
     *
     * @param client last part of the annotation with import aliases resolved, such as {@code FabricSqlConnection}
     */
    record Connection(String argName, String alias, String client, String typeText, int line) implements Binding {}

    /**
     * {@code @udf.generic_connection(argName=…, audienceType=…)}, or a connection with an audience.
     *
     * @param alias null when the decorator names none
     * @param options further keyword arguments as written, such as {@code cosmos_endpoint}
     */
    record Generic(
            String argName,
            @Nullable String alias,
            String audienceType,
            String typeText,
            Map<String, String> options,
            int line)
            implements Binding {}

    /** {@code @udf.context(argName=…)}. */
    record Context(String argName, String typeText, int line) implements Binding {}
}
