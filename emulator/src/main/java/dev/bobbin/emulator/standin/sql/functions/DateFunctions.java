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
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Dates and times (Transact-SQL reference, "Date and time data types and functions"). */
final class DateFunctions {

    private static final Parameter PART = Parameter.DATE_PART;
    private static final Parameter MOMENT = Parameter.DATE_TIME;
    private static final Parameter PRECISE = Parameter.PRECISE_DATE_TIME;
    private static final Parameter INT = Parameter.INT;
    private static final LocalDate ZERO_DATE = LocalDate.of(1900, 1, 1);

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
                .gives(
                        types -> types.get(1),
                        (c, v) -> back(
                                partOf(v, "datetrunc")
                                        .truncate(moment(v[1]), c.session().dateFirst()),
                                c.result(),
                                v[1]));
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
        table.function("ISDATE", Parameter.ANY).takesNull().gives(SqlType.INT, DateFunctions::isDate);
        table.function("$now").volatileResult().gives(SqlType.DATETIME2, (c, v) -> LocalDateTime.now(ZoneOffset.UTC));
    }

    /** Any date or time as a local moment. */
    static LocalDateTime moment(@Nullable Object value) {
        return switch (value) {
            case LocalDateTime moment -> moment;
            case LocalDate date -> date.atStartOfDay();
            case LocalTime time -> ZERO_DATE.atTime(time);
            case OffsetDateTime moment -> moment.toLocalDateTime();
            case null, default -> ZERO_DATE.atStartOfDay();
        };
    }

    static OffsetDateTime moment2(@Nullable Object value) {
        return value instanceof OffsetDateTime moment ? moment : moment(value).atOffset(ZoneOffset.UTC);
    }

    private static Object back(LocalDateTime moment, SqlType type, @Nullable Object original) {
        ZoneOffset offset = original instanceof OffsetDateTime with ? with.getOffset() : ZoneOffset.UTC;
        return DateTimes.to(moment, offset, type);
    }

    /** @param function as the message about a part that does not exist calls it */
    private static DatePart partOf(@Nullable Object[] v, String function) {
        DatePart part = DatePart.find(string(v, 0));
        if (part == null) {
            throw new SqlError(155, "42000", "'" + v[0] + "' is not a recognized " + function + " option.", 15, 1);
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
        DatePart part = partOf(v, "dateadd");
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
        DatePart part = partOf(v, "date_bucket");
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
        DatePart part = partOf(v, "datediff");
        LocalDateTime from = v[1] instanceof OffsetDateTime a
                ? a.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : moment(v[1]);
        LocalDateTime to = v[2] instanceof OffsetDateTime b
                ? b.withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime()
                : moment(v[2]);
        return part.count(to) - part.count(from);
    }

    private static Object part(Invocation call, @Nullable Object[] v) {
        DatePart part = partOf(v, "datepart");
        if (call.type(1).kind() == Kind.DATE && part.ofTime() || call.type(1).kind() == Kind.TIME && !part.ofTime()) {
            throw notForType(part, "datepart", call.type(1));
        }
        if (part == DatePart.TZOFFSET) {
            return (long) moment2(v[1]).getOffset().getTotalSeconds() / 60;
        }
        return part.of(moment(v[1]), call.session().dateFirst());
    }

    private static Object name(Invocation call, @Nullable Object[] v) {
        DatePart part = partOf(v, "datename");
        LocalDateTime moment = moment(v[1]);
        return switch (part) {
            case MONTH -> moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case WEEKDAY -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case TZOFFSET -> {
                String zone = moment2(v[1]).getOffset().getId();
                yield zone.equals("Z") ? "+00:00" : zone;
            }
            default -> String.valueOf(part.of(moment, call.session().dateFirst()));
        };
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
}
