package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.types.CodePage;
import org.jspecify.annotations.Nullable;

/** The session as functions see it. */
public interface SessionView {

    /** Whether texts that differ in case only are equal. */
    boolean ignoresCase();

    /** How the characters of varchar are kept. */
    CodePage codePage();

    /** The first day of the week, 1 for Monday to 7 for Sunday (SET DATEFIRST). */
    int dateFirst();

    /** The next value of the table's identity column. */
    long nextIdentity(String table);

    /** Notes that a value was given for the table's identity column. */
    void identityGiven(String table, long value);

    /** Calls a function written in T-SQL; one that yields rows answers them as JSON. */
    @Nullable
    Object callFunction(String qualifiedName, @Nullable Object[] arguments);

    /** The next value of the sequence. */
    long nextSequenceValue(String sequence);

    /** The number behind OBJECT_ID; null when there is no such object. */
    @Nullable
    Long objectId(String name, @Nullable String type);

    /** Facts about the database for functions such as DB_NAME and COL_LENGTH. */
    @Nullable
    Object property(String name, @Nullable Object[] arguments);
}
