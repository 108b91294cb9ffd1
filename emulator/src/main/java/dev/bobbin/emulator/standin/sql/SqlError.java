package dev.bobbin.emulator.standin.sql;

/**
 * An error as SQL Server raises it.
 *
 * <p>Numbers and texts come from SQL Server's documentation, "Database engine events and errors"; SQLSTATEs from the
 * ODBC driver's mapping of them.
 */
public final class SqlError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int number;
    private final String state;
    private final int severity;
    private final int messageState;

    private int line = 1;
    private String procedure = "";
    private int depth;
    private boolean located;
    private boolean statementOnly;

    /**
     * @param number SQL Server's error number; 0 for an error of the driver
     * @param state five characters of SQLSTATE
     */
    public SqlError(int number, String state, String message) {
        this(number, state, message, 16, 1);
    }

    public SqlError(int number, String state, String message, int severity, int messageState) {
        super(message, null, false, true);
        this.number = number;
        this.state = state;
        this.severity = severity;
        this.messageState = messageState;
    }

    public int number() {
        return number;
    }

    public String state() {
        return state;
    }

    /** 1 to 25; 10 and less is only a message. */
    public int severity() {
        return severity;
    }

    /** What ERROR_STATE() answers. */
    public int messageState() {
        return messageState;
    }

    /** Line of the batch, from 1. */
    public int line() {
        return line;
    }

    /** The procedure or function it came from; empty for the batch itself. */
    public String procedure() {
        return procedure;
    }

    /** How many calls deep it was raised. */
    public int depth() {
        return depth;
    }

    /** Notes where the error was raised, unless that is known already. */
    public void from(int statementLine, String inProcedure, int callDepth) {
        if (!located) {
            located = true;
            line = statementLine;
            procedure = inProcedure;
            depth = callDepth;
        }
    }

    /** Lets the batch go on after this error, as after RAISERROR. */
    public SqlError continuing() {
        statementOnly = true;
        return this;
    }

    /** True when only the statement ends that raised it, whatever its number. */
    public boolean endsStatementOnly() {
        return statementOnly;
    }

    public SqlError at(int newLine) {
        line = newLine;
        return this;
    }

    /** True for an error of the driver rather than of the server, whose text carries no {@code [SQL Server]}. */
    public boolean ofDriver() {
        return number == 0;
    }

    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    @Override
    public String toString() {
        return "[" + state + "] " + text() + " (" + number + ")";
    }
}
