package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.functions.MessageFormat;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PRINT, THROW and RAISERROR. */
final class Raising {

    private static final int SMALLEST_USER_NUMBER = 50_000;
    private static final int LONGEST_PRINT = 8_000;
    private static final int MILDEST_ERROR = 11;

    private Raising() {}

    static void print(Statement.Print print, Frame frame) {
        Object value = frame.evaluate(print.value(), SqlType.NVARCHAR_MAX);
        String text = value == null ? "" : value.toString();
        frame.results()
                .add(new SqlResult.Message(text.length() > LONGEST_PRINT ? text.substring(0, LONGEST_PRINT) : text, 0));
        frame.state().setRowCount(0);
    }

    static SqlError error(Statement.Throw error, Frame frame) {
        if (error.number() == null || error.message() == null || error.state() == null) {
            SqlError caught = frame.state().caught();
            return caught != null
                    ? caught
                    : new SqlError(
                            10704,
                            "42000",
                            "To rethrow an error, a THROW statement must be used inside a CATCH block. Insert the THROW statement inside a CATCH block, or add error parameters to the THROW statement.",
                            15,
                            1);
        }
        long number = number(frame, error.number());
        if (number < SMALLEST_USER_NUMBER) {
            return new SqlError(
                    35100,
                    "42000",
                    "Error number " + number
                            + " in the THROW statement is outside the valid range. Specify an error number in the valid range of 50000 to 2147483647.",
                    16,
                    10);
        }
        String message = frame.text(error.message());
        return new SqlError((int) number, "42000", message, 16, (int) number(frame, error.state()));
    }

    private static long number(Frame frame, Expression expression) {
        return frame.evaluate(expression, SqlType.INT) instanceof Long number ? number : 0;
    }

    static void raise(Statement.RaiseError error, Frame frame) {
        int severity = (int) number(frame, error.severity());
        int messageState = (int) Math.max(0, Math.min(255, number(frame, error.state())));
        List<@Nullable Object> arguments = new ArrayList<>();
        error.arguments().forEach(argument -> arguments.add(frame.evaluate(argument, null)));
        Object message = frame.evaluate(error.message(), null);
        if (message instanceof Long number) {
            throw new SqlError(
                            18054,
                            "42000",
                            "Error " + number + ", severity " + severity + ", state " + messageState
                                    + " was raised, but no message with that error number was found in sys.messages. If error is larger than 50000, make sure the user-defined message is added using sp_addmessage.")
                    .continuing();
        }
        String text = MessageFormat.format(String.valueOf(message), arguments);
        frame.state().setRowCount(0);
        if (severity < MILDEST_ERROR) {
            frame.results().add(new SqlResult.Message(text, SMALLEST_USER_NUMBER));
            return;
        }
        throw new SqlError(SMALLEST_USER_NUMBER, "42000", text, severity, messageState).continuing();
    }
}
