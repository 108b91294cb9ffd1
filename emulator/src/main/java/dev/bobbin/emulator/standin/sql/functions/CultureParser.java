package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PARSE: dates and numbers as a culture writes them (reference, "PARSE"). */
final class CultureParser {

    private static final int DAY_FIRST_STYLE = 103;
    private static final int MONTH_FIRST_STYLE = 101;

    /** Countries that write the month first. */
    private static final Set<String> MONTH_FIRST = Set.of("US", "PH", "");

    private CultureParser() {}

    static @Nullable Object parse(Invocation call, @Nullable Object[] v) {
        String text = string(v, 0);
        Locale locale = locale(string(v, 1));
        try {
            return parsed(text, locale, call.type(0), call.result());
        } catch (SqlError e) {
            throw new SqlError(
                    9819,
                    "42000",
                    "Error converting string value '" + text + "' into data type "
                            + call.result().kind().messageName() + " using culture '" + v[1] + "'.");
        }
    }

    static @Nullable Object tryParse(Invocation call, @Nullable Object[] v) {
        Locale locale = locale(string(v, 1));
        try {
            return parsed(string(v, 0), locale, call.type(0), call.result());
        } catch (SqlError e) {
            return null;
        }
    }

    static Locale locale(String culture) {
        Locale locale = Locale.forLanguageTag(culture);
        if (locale.getLanguage().isEmpty()) {
            throw new SqlError(
                    9818,
                    "42000",
                    "The culture parameter '" + culture + "' provided in the function call is not supported.");
        }
        return locale;
    }

    private static @Nullable Object parsed(String text, Locale locale, SqlType from, SqlType to) {
        if (to.isDateTime()) {
            boolean english = locale.getLanguage().equals("en");
            boolean monthFirst = english && MONTH_FIRST.contains(locale.getCountry());
            String plain = english ? withoutWeekday(text) : text.replace('.', '/');
            return Conversion.convert(plain, from, to, monthFirst ? MONTH_FIRST_STYLE : DAY_FIRST_STYLE);
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        String plain = text.strip()
                .replace(symbols.getCurrencySymbol(), "")
                .replace(String.valueOf(symbols.getGroupingSeparator()), "")
                .replace("\u00a0", "")
                .replace("\u202f", "")
                .replace(symbols.getDecimalSeparator(), '.')
                .strip();
        return Conversion.convert(plain, from, to, Conversion.NO_STYLE);
    }

    private static String withoutWeekday(String text) {
        return text.replaceFirst("(?i)^\\s*(mon|tues|wednes|thurs|fri|satur|sun)day\\s*,?\\s*", "");
    }
}
