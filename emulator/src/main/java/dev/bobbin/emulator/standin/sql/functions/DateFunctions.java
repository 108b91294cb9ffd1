package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;
import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.Conversion;
import dev.bobbin.emulator.standin.sql.types.DateTimes;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Dates and times (Transact-SQL reference, "Date and time data types and functions"). */
final class DateFunctions {

    private static final Parameter PART = Parameter.DATE_PART;
    private static final Parameter MOMENT = Parameter.DATE_TIME;
    private static final Parameter PRECISE = Parameter.PRECISE_DATE_TIME;
    private static final Parameter INT = Parameter.INT;
    private static final LocalDate ZERO_DATE = LocalDate.of(1900, 1, 1);

    /** Windows' names of the zones analysts use; IANA names work as well. */
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("utc", "UTC"),
            Map.entry("gmt standard time", "Europe/London"),
            Map.entry("w. europe standard time", "Europe/Berlin"),
            Map.entry("central european standard time", "Europe/Warsaw"),
            Map.entry("central europe standard time", "Europe/Budapest"),
            Map.entry("romance standard time", "Europe/Paris"),
            Map.entry("fle standard time", "Europe/Kiev"),
            Map.entry("e. europe standard time", "Europe/Chisinau"),
            Map.entry("turkey standard time", "Europe/Istanbul"),
            Map.entry("russian standard time", "Europe/Moscow"),
            Map.entry("eastern standard time", "America/New_York"),
            Map.entry("central standard time", "America/Chicago"),
            Map.entry("mountain standard time", "America/Denver"),
            Map.entry("pacific standard time", "America/Los_Angeles"),
            Map.entry("e. south america standard time", "America/Sao_Paulo"),
            Map.entry("india standard time", "Asia/Kolkata"),
            Map.entry("china standard time", "Asia/Shanghai"),
            Map.entry("singapore standard time", "Asia/Singapore"),
            Map.entry("tokyo standard time", "Asia/Tokyo"),
            Map.entry("arabian standard time", "Asia/Dubai"),
            Map.entry("aus eastern standard time", "Australia/Sydney"),
            Map.entry("new zealand standard time", "Pacific/Auckland"),
            Map.entry("south africa standard time", "Africa/Johannesburg"));

    private DateFunctions() {}

    static void addTo(FunctionTable table) {
        table.function("DATEADD", PART, Parameter.BIGINT, MOMENT).gives(types -> types.get(2), DateFunctions::add);
        table.function("DATEDIFF", PART, PRECISE, PRECISE).gives(SqlType.INT, (c, v) -> {
            long difference = difference(v);
            if (difference != (int) difference) {
                throw new SqlError(
                        535,
                        "22003",
                        "The datediff function resulted in an overflow. The number of dateparts separating two date/time instances is too large. Try to use datediff with a less precise datepart.");
            }
            return difference;
        });
        table.function("DATEDIFF_BIG", PART, PRECISE, PRECISE).gives(SqlType.BIGINT, (c, v) -> difference(v));
        table.function("DATEPART", PART, PRECISE).gives(SqlType.INT, DateFunctions::part);
        table.function("DATENAME", PART, PRECISE).gives(SqlType.nvarchar(30), DateFunctions::name);
        table.function("DATETRUNC", PART, MOMENT)
                .gives(types -> types.get(1), (c, v) -> back(partOf(v).truncate(moment(v[1])), c.result(), v[1]));
        table.function("DATE_BUCKET", PART, INT, MOMENT, MOMENT)
                .from(3)
                .gives(types -> types.get(2), DateFunctions::bucket);
        table.function("YEAR", PRECISE)
                .gives(SqlType.INT, (c, v) -> (long) moment(v[0]).getYear());
        table.function("MONTH", PRECISE)
                .gives(SqlType.INT, (c, v) -> (long) moment(v[0]).getMonthValue());
        table.function("DAY", PRECISE)
                .gives(SqlType.INT, (c, v) -> (long) moment(v[0]).getDayOfMonth());
        table.function("EOMONTH", MOMENT, INT).from(1).gives(SqlType.DATE, (c, v) -> {
            LocalDate month = moment(v[0]).toLocalDate().plusMonths(v.length > 1 ? number(v, 1) : 0);
            return month.withDayOfMonth(month.lengthOfMonth());
        });
        table.function("DATEFROMPARTS", INT, INT, INT)
                .gives(
                        SqlType.DATE,
                        (c, v) -> built(
                                "date",
                                () -> LocalDate.of((int) number(v, 0), (int) number(v, 1), (int) number(v, 2))));
        table.function("DATETIMEFROMPARTS", INT, INT, INT, INT, INT, INT, INT)
                .gives(
                        SqlType.DATETIME,
                        (c, v) -> built(
                                "datetime", () -> DateTimes.to(parts(v, 1_000_000), ZoneOffset.UTC, SqlType.DATETIME)));
        table.function("DATETIME2FROMPARTS", INT, INT, INT, INT, INT, INT, INT, INT)
                .gives(SqlType.DATETIME2, (c, v) -> built("datetime2", () -> parts(v, unit(number(v, 7)))));
        table.function("SMALLDATETIMEFROMPARTS", INT, INT, INT, INT, INT)
                .gives(
                        SqlType.SMALLDATETIME,
                        (c, v) -> built(
                                "smalldatetime",
                                () -> LocalDateTime.of(
                                        (int) number(v, 0),
                                        (int) number(v, 1),
                                        (int) number(v, 2),
                                        (int) number(v, 3),
                                        (int) number(v, 4))));
        table.function("TIMEFROMPARTS", INT, INT, INT, INT, INT)
                .gives(
                        SqlType.TIME,
                        (c, v) -> built(
                                "time",
                                () -> LocalTime.of((int) number(v, 0), (int) number(v, 1), (int) number(v, 2), (int)
                                        (number(v, 3) * unit(number(v, 4))))));
        table.function("ISDATE", Parameter.ANY).takesNull().gives(SqlType.INT, DateFunctions::isDate);
        table.function("SWITCHOFFSET", PRECISE, Parameter.TEXT)
                .gives(
                        SqlType.DATETIMEOFFSET,
                        (c, v) -> moment2(v[0]).withOffsetSameInstant(ZoneOffset.of(string(v, 1))));
        table.function("TODATETIMEOFFSET", PRECISE, Parameter.TEXT)
                .gives(SqlType.DATETIMEOFFSET, (c, v) -> moment(v[0]).atOffset(ZoneOffset.of(string(v, 1))));
        table.function("$now").volatileResult().gives(SqlType.DATETIME2, (c, v) -> LocalDateTime.now(ZoneOffset.UTC));
        table.function("$at_time_zone", MOMENT, Parameter.TEXT)
                .gives(SqlType.DATETIMEOFFSET, (c, v) -> atZone(v[0], string(v, 1)));
    }

    /** Any date or time as a local moment. */
    private static LocalDateTime moment(@Nullable Object value) {
        return switch (value) {
            case LocalDateTime moment -> moment;
            case LocalDate date -> date.atStartOfDay();
            case LocalTime time -> ZERO_DATE.atTime(time);
            case OffsetDateTime moment -> moment.toLocalDateTime();
            case null, default -> ZERO_DATE.atStartOfDay();
        };
    }

    private static OffsetDateTime moment2(@Nullable Object value) {
        return value instanceof OffsetDateTime moment ? moment : moment(value).atOffset(ZoneOffset.UTC);
    }

    private static Object back(LocalDateTime moment, SqlType type, @Nullable Object original) {
        ZoneOffset offset = original instanceof OffsetDateTime with ? with.getOffset() : ZoneOffset.UTC;
        return DateTimes.to(moment, offset, type);
    }

    private static DatePart partOf(@Nullable Object[] v) {
        DatePart part = DatePart.find(string(v, 0));
        if (part == null) {
            throw new SqlError(155, "42000", "'" + v[0] + "' is not a recognized datepart option.", 15, 1);
        }
        return part;
    }

    private static SqlError notForType(DatePart part, String function, SqlType type) {
        return new SqlError(
                9810,
                "42000",
                "The datepart " + part.name().toLowerCase(Locale.ROOT) + " is not supported by date function "
                        + function + " for data type " + type.kind().sqlName() + ".");
    }

    private static Object add(Invocation call, @Nullable Object[] v) {
        DatePart part = partOf(v);
        SqlType type = call.result();
        if (type.kind() == Kind.DATE && part.ofTime()
                || type.kind() == Kind.TIME && !part.ofTime()
                || part == DatePart.TZOFFSET) {
            throw notForType(part, "dateadd", type);
        }
        try {
            LocalDateTime sum = moment(v[2]).plus(number(v, 1), part.unit());
            return back(
                    type.kind() == Kind.TIME
                            ? sum
                            : DateTimes.inRange(sum, type.kind().sqlName()),
                    type,
                    v[2]);
        } catch (DateTimeException | ArithmeticException e) {
            throw new SqlError(
                    517, "22007", "Adding a value to a '" + type.kind().sqlName() + "' column caused an overflow.");
        }
    }

    /** The start of the bucket, counted from the origin: the first of January 1900, a Monday. */
    private static Object bucket(Invocation call, @Nullable Object[] v) {
        DatePart part = partOf(v);
        long width = number(v, 1);
        if (width <= 0) {
            throw new SqlError(
                    9834,
                    "42000",
                    "Invalid bucket width value passed to date_bucket function. Only positive values are allowed.");
        }
        LocalDateTime origin = v.length > 3 ? moment(v[3]) : ZERO_DATE.atStartOfDay();
        LocalDateTime moment = moment(v[2]);
        long passed = part.unit().between(origin, moment);
        if (origin.plus(passed, part.unit()).isAfter(moment)) {
            passed--;
        }
        return back(origin.plus(Math.floorDiv(passed, width) * width, part.unit()), call.result(), v[2]);
    }

    private static long difference(@Nullable Object[] v) {
        DatePart part = partOf(v);
        LocalDateTime from = v[1] instanceof OffsetDateTime a
                ? a.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : moment(v[1]);
        LocalDateTime to = v[2] instanceof OffsetDateTime b
                ? b.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : moment(v[2]);
        return part.count(to) - part.count(from);
    }

    private static Object part(Invocation call, @Nullable Object[] v) {
        DatePart part = partOf(v);
        if (call.type(1).kind() == Kind.DATE && part.ofTime() || call.type(1).kind() == Kind.TIME && !part.ofTime()) {
            throw notForType(part, "datepart", call.type(1));
        }
        if (part == DatePart.TZOFFSET) {
            return (long) moment2(v[1]).getOffset().getTotalSeconds() / 60;
        }
        return part.of(moment(v[1]));
    }

    private static Object name(Invocation call, @Nullable Object[] v) {
        DatePart part = partOf(v);
        LocalDateTime moment = moment(v[1]);
        return switch (part) {
            case MONTH -> moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case WEEKDAY -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case TZOFFSET -> {
                String zone = moment2(v[1]).getOffset().getId();
                yield zone.equals("Z") ? "+00:00" : zone;
            }
            default -> String.valueOf(part.of(moment));
        };
    }

    private static int unit(long digits) {
        return (int) Math.pow(10, 9 - Math.max(0, Math.min(7, digits)));
    }

    private static LocalDateTime parts(@Nullable Object[] v, int nanosPerFraction) {
        return LocalDateTime.of(
                (int) number(v, 0),
                (int) number(v, 1),
                (int) number(v, 2),
                (int) number(v, 3),
                (int) number(v, 4),
                (int) number(v, 5),
                (int) (number(v, 6) * nanosPerFraction));
    }

    private interface Builder {
        Object build();
    }

    private static Object built(String type, Builder builder) {
        try {
            return builder.build();
        } catch (DateTimeException e) {
            throw new SqlError(
                    289,
                    "42000",
                    "Cannot construct data type " + type + ", some of the arguments have values which are not valid.");
        }
    }

    private static Object isDate(Invocation call, @Nullable Object[] v) {
        try {
            if (v[0] == null || !call.type(0).isText() && !call.type(0).isDateTime()) {
                return 0L;
            }
            Conversion.convert(v[0], call.type(0), SqlType.DATETIME, Conversion.NO_STYLE);
            return 1L;
        } catch (SqlError e) {
            return 0L;
        }
    }

    private static Object atZone(@Nullable Object value, String name) {
        ZoneId zone;
        try {
            zone = ZoneId.of(ZONES.getOrDefault(name.toLowerCase(Locale.ROOT), name));
        } catch (DateTimeException e) {
            throw new SqlError(
                    9820,
                    "42000",
                    "The time zone parameter '" + name + "' provided to AT TIME ZONE clause is invalid.");
        }
        return value instanceof OffsetDateTime moment
                ? moment.atZoneSameInstant(zone).toOffsetDateTime()
                : moment(value).atZone(zone).toOffsetDateTime();
    }
}
