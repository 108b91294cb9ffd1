package dev.bobbin.emulator.signature;

import org.jspecify.annotations.Nullable;

/**
 * A parameter that a caller passes in the request body.
 *
 * @param typeText the annotation as written, empty when there is none
 * @param defaultText the default value as written; null when there is none
 * @param line from 1
 * @param column from 1
 */
public record Parameter(
        String name,
        ParamType type,
        String typeText,
        @Nullable String defaultText,
        int line,
        int column) {}
