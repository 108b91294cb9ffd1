package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.IllformedLocaleException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** FORMAT: values as text by .NET's format strings and cultures (Transact-SQL reference, "FORMAT"). */
final class Formats {

    private Formats() {}

    static @Nullable Object format(Invocation call, @Nullable Object[] v) {
        Locale culture = v.length > 2 ? culture(string(v, 2)) : Locale.US;
        String format = string(v, 1);
        return switch (v[0]) {
            case LocalDate date -> MomentFormat.of(date.atStartOfDay(), null, format, culture);
            case LocalDateTime moment -> MomentFormat.of(moment, null, format, culture);
            case OffsetDateTime moment ->
                MomentFormat.of(moment.toLocalDateTime(), moment.getOffset(), format, culture);
            case LocalTime time -> MomentFormat.ofTime(time, format);
            case Long number -> NumberFormats.of(BigDecimal.valueOf(number), true, format, culture);
            case BigDecimal number -> NumberFormats.of(number, false, format, culture);
            case Double number -> NumberFormats.of(BigDecimal.valueOf(number), false, format, culture);
            case null, default ->
                throw SqlErrors.wrongArgumentType(call.type(0).kind().messageName(), 1, "format");
        };
    }

    private static Locale culture(String name) {
        try {
            Locale culture = new Locale.Builder().setLanguageTag(name).build();
            if (!culture.getLanguage().isEmpty()) {
                return culture;
            }
        } catch (IllformedLocaleException e) {
            // Falls through to the error below.
        }
        throw new SqlError(
                9818, "42000", "The culture parameter '" + name + "' provided in the function call is not supported.");
    }
}
