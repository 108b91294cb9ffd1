package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.sql.types.SqlType;
import org.jspecify.annotations.Nullable;

/** A parameter's or variable's value with its T-SQL type; values are as {@code types.Codec} holds them. */
public record SqlValue(@Nullable Object value, SqlType type) {}
