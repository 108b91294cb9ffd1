package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.number;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.DateTimes;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Dates and times made of their parts (Transact-SQL reference, "DATEFROMPARTS" and its like). */
final class DateMakers {

    private static final Parameter INT = Parameter.INT;
    private static final LocalDateTime ZERO = LocalDate.of(1900, 1, 1).atStartOfDay();
    private static final int MOST_DIGITS = 7;
    private static final int NANO_DIGITS = 9;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private DateMakers() {}

    static void addTo(FunctionTable table) {
        table.function("DATEFROMPARTS", INT, INT, INT)
                .gives(SqlType.DATE, (c, v) -> built("date", () -> LocalDate.of(at(v, 0), at(v, 1), at(v, 2))));
        table.function("DATETIMEFROMPARTS", INT, INT, INT, INT, INT, INT, INT)
                .gives(
                        SqlType.DATETIME,
                        (c, v) -> built(
                                "datetime",
                                () -> DateTimes.to(moment(v, NANOS_PER_MILLI), ZoneOffset.UTC, SqlType.DATETIME)));
        table.function("SMALLDATETIMEFROMPARTS", INT, INT, INT, INT, INT)
                .gives(
                        SqlType.SMALLDATETIME,
                        (c, v) -> built(
                                "smalldatetime",
                                () -> LocalDateTime.of(at(v, 0), at(v, 1), at(v, 2), at(v, 3), at(v, 4))));
        table.function("DATETIME2FROMPARTS", INT, INT, INT, INT, INT, INT, INT, INT)
                .gives(SqlType.DATETIME2, (c, v) -> built("datetime2", () -> moment(v, unit(v, 6))));
        table.function("DATETIMEOFFSETFROMPARTS", INT, INT, INT, INT, INT, INT, INT, INT, INT, INT)
                .gives(
                        SqlType.DATETIMEOFFSET,
                        (c, v) -> built(
                                "datetimeoffset",
                                () -> moment(v, unit(v, 6)).atOffset(ZoneOffset.ofHoursMinutes(at(v, 7), at(v, 8)))));
        table.function("TIMEFROMPARTS", INT, INT, INT, INT, INT)
                .gives(
                        SqlType.TIME,
                        (c, v) -> built(
                                "time",
                                () -> LocalTime.of(
                                        at(v, 0), at(v, 1), at(v, 2), Math.multiplyExact(at(v, 3), unit(v, 3)))));
        table.function("$datetime_add", Parameter.DATE_TIME, Parameter.DATE_TIME)
                .gives(FunctionTable::first, (c, v) -> moved(c, v, 1));
        table.function("$datetime_subtract", Parameter.DATE_TIME, Parameter.DATE_TIME)
                .gives(FunctionTable::first, (c, v) -> moved(c, v, -1));
    }

    /** The first moment moved by the time the second is away from the first of January 1900. */
    private static Object moved(Invocation call, @Nullable Object[] v, int sign) {
        LocalDateTime moment = DateFunctions.moment(v[0]);
        Duration distance = Duration.between(ZERO, DateFunctions.moment(v[1]));
        return DateTimes.to(moment.plus(distance.multipliedBy(sign)), ZoneOffset.UTC, call.result());
    }

    private static int at(@Nullable Object[] v, int index) {
        return (int) number(v, index);
    }

    private static LocalDateTime moment(@Nullable Object[] v, int nanosPerFraction) {
        return LocalDateTime.of(
                at(v, 0),
                at(v, 1),
                at(v, 2),
                at(v, 3),
                at(v, 4),
                at(v, 5),
                Math.multiplyExact(at(v, 6), nanosPerFraction));
    }

    /** Nanoseconds in a unit of the fraction, whose digits the last argument tells. @param fraction its place */
    private static int unit(@Nullable Object[] v, int fraction) {
        int digits = (int) Math.clamp(number(v, v.length - 1), 0, MOST_DIGITS);
        if (number(v, fraction) >= Math.pow(10, digits) && number(v, fraction) > 0) {
            throw new DateTimeException("The fraction has more digits than the type.");
        }
        return (int) Math.pow(10, NANO_DIGITS - digits);
    }

    private interface Builder {
        Object build();
    }

    private static Object built(String type, Builder builder) {
        try {
            return builder.build();
        } catch (DateTimeException | ArithmeticException e) {
            throw new SqlError(
                    289,
                    "42000",
                    "Cannot construct data type " + type + ", some of the arguments have values which are not valid.");
        }
    }
}
