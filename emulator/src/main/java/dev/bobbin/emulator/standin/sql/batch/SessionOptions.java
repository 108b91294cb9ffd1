package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** SET of options, USE and WAITFOR. */
final class SessionOptions {

    /** Options that change results, with the one setting that is in force anyway. */
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("ROWCOUNT", "0"),
            Map.entry("DATEFORMAT", "MDY"),
            Map.entry("LANGUAGE", "US_ENGLISH"),
            Map.entry("ANSI_NULLS", "ON"),
            Map.entry("ANSI_WARNINGS", "ON"),
            Map.entry("ANSI_PADDING", "ON"),
            Map.entry("CONCAT_NULL_YIELDS_NULL", "ON"),
            Map.entry("QUOTED_IDENTIFIER", "ON"),
            Map.entry("NUMERIC_ROUNDABORT", "OFF"),
            Map.entry("IMPLICIT_TRANSACTIONS", ""),
            Map.entry("FMTONLY", "OFF"),
            Map.entry("PARSEONLY", "OFF"),
            Map.entry("NOEXEC", "OFF"),
            Map.entry("SHOWPLAN_ALL", "OFF"),
            Map.entry("SHOWPLAN_TEXT", "OFF"),
            Map.entry("SHOWPLAN_XML", "OFF"));

    private static final Set<String> SYSTEM_DATABASES = Set.of("master", "model", "msdb", "tempdb");

    private static final String LONGEST_DELAY = "23:59:59.999";

    private SessionOptions() {}

    /** Options that change nothing here are taken; those that would change a result are refused. */
    static void set(Statement.SetOption option, Frame frame) {
        String value = option.value().replace("'", "").replace(";", "").strip();
        boolean on = value.equalsIgnoreCase("ON");
        switch (option.option()) {
            case "XACT_ABORT" -> frame.state().transactions().setAbortOnError(on);
            case "NOCOUNT" -> frame.setNoCount(on);
            case "DATEFIRST" -> frame.state().setDateFirst(weekday(value));
            case "LOCK_TIMEOUT" -> lockTimeout(value, frame.state());
            case String name -> {
                String fixed = FIXED.get(name);
                if (fixed != null && !fixed.equalsIgnoreCase(value)) {
                    throw SqlErrors.notSupported("SET " + option.option() + " " + option.value());
                }
            }
        }
        frame.state().setRowCount(0);
    }

    private static int weekday(String value) {
        if (!value.matches("[1-7]")) {
            throw new SqlError(2744, "42000", "The SET DATEFIRST statement takes a number from 1 to 7.");
        }
        return Integer.parseInt(value);
    }

    private static void lockTimeout(String millis, SessionState state) {
        try {
            state.setLockTimeout(Integer.parseInt(millis));
        } catch (NumberFormatException e) {
            throw SqlErrors.syntaxNear(millis);
        }
    }

    /** A database of any name stands for that of the connection, as in names of three parts: its alias is often another. */
    static void use(Statement.Use use) {
        if (SYSTEM_DATABASES.contains(use.database().toLowerCase(Locale.ROOT))) {
            throw new SqlError(
                    911,
                    "08004",
                    "Database '" + use.database() + "' does not exist. Make sure that the name is entered correctly.");
        }
    }

    static void waitFor(Statement.WaitForDelay wait, Frame frame) {
        Object delay = frame.evaluate(wait.delay(), SqlType.DATETIME);
        if (!(delay instanceof LocalDateTime time)) {
            throw new SqlError(
                    148,
                    "42000",
                    "Incorrect time syntax in time string '" + LONGEST_DELAY + "' used with WAITFOR.",
                    15,
                    1);
        }
        try {
            Thread.sleep(time.toLocalTime().toNanoOfDay() / 1_000_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SqlError(0, "HY008", "Operation canceled");
        }
    }
}
