package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.DateFunctions.moment;
import static dev.bobbin.emulator.standin.sql.functions.DateFunctions.moment2;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Offsets and time zones (Transact-SQL reference, "AT TIME ZONE", "SWITCHOFFSET", "TODATETIMEOFFSET"). */
final class ZoneFunctions {

    private static final int MOST_OFFSET_MINUTES = 14 * 60;

    /** Windows' names of time zones, in lower case, with the zone of the tz database that CLDR gives each. */
    private static final Map<String, ZoneId> ZONES = zones();

    private ZoneFunctions() {}

    static void addTo(FunctionTable table) {
        Parameter precise = Parameter.PRECISE_DATE_TIME;
        table.function("SWITCHOFFSET", precise, Parameter.ANY)
                .gives(
                        ZoneFunctions::withOffset,
                        (c, v) -> moment2(v[0]).withOffsetSameInstant(offset(v[1], "switchoffset")));
        table.function("TODATETIMEOFFSET", precise, Parameter.ANY)
                .gives(ZoneFunctions::withOffset, (c, v) -> moment(v[0]).atOffset(offset(v[1], "todatetimeoffset")));
        table.function("$at_time_zone", Parameter.DATE_TIME, Parameter.TEXT)
                .gives(SqlType.DATETIMEOFFSET, (c, v) -> atZone(v[0], string(v, 1)));
    }

    private static SqlType withOffset(List<SqlType> arguments) {
        SqlType type = arguments.getFirst();
        return new SqlType(Kind.DATETIMEOFFSET, 0, type.isDateTime() ? type.scale() : SqlType.DATETIMEOFFSET.scale());
    }

    /** An offset as a text such as {@code +02:00} or as a number of minutes. */
    private static ZoneOffset offset(@Nullable Object value, String function) {
        try {
            if (value instanceof Number minutes && Math.abs(minutes.longValue()) <= MOST_OFFSET_MINUTES) {
                return ZoneOffset.ofTotalSeconds(minutes.intValue() * 60);
            }
            if (value instanceof String text && text.matches("[+-]\\d{1,2}:\\d{2}")) {
                ZoneOffset offset = ZoneOffset.of(text.length() == 5 ? text.charAt(0) + "0" + text.substring(1) : text);
                if (Math.abs(offset.getTotalSeconds()) <= MOST_OFFSET_MINUTES * 60) {
                    return offset;
                }
            }
        } catch (DateTimeException e) {
            // Falls through to the error below.
        }
        throw new SqlError(9812, "22007", "The timezone provided to builtin function " + function + " is invalid.");
    }

    private static Object atZone(@Nullable Object value, String name) {
        ZoneId zone = ZONES.get(name.toLowerCase(Locale.ROOT));
        if (zone == null) {
            throw new SqlError(
                    9820,
                    "42000",
                    "The time zone parameter '" + name + "' provided to AT TIME ZONE clause is invalid.");
        }
        return value instanceof OffsetDateTime moment
                ? moment.atZoneSameInstant(zone).toOffsetDateTime()
                : moment(value).atZone(zone).toOffsetDateTime();
    }

    private static Map<String, ZoneId> zones() {
        Properties names = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ZoneFunctions.class.getResourceAsStream("windows-zones.properties")),
                StandardCharsets.UTF_8)) {
            names.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, ZoneId> zones = new HashMap<>();
        for (String name : names.stringPropertyNames()) {
            zones.put(name.toLowerCase(Locale.ROOT), ZoneId.of(names.getProperty(name)));
        }
        return zones;
    }
}
