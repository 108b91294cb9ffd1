package dev.bobbin.emulator.service;

import java.util.List;
import java.util.Objects;

/** What Bobbin knows of a failure beyond what the service tells the caller; {@link ErrorTexts} makes use of it. */
public sealed interface FailureContext {

    /** Nothing is known beyond the envelope. */
    FailureContext NONE = new Nothing();

    /** See {@link #NONE}. */
    record Nothing() implements FailureContext {}

    /**
     * The code failed while it was imported.
     *
     * @param line of the script, from 1; 0 when it is not known
     * @param connecting whether that line uses a connection; records of earlier versions do not say so
     */
    record Loading(int line, boolean connecting) implements FailureContext {}

    /**
     * A module is not there.
     *
     * @param module its top-level name
     * @param line that imports it, from 1; 0 when it is not known
     * @param install the command that installs it for the engine's Python; empty where nothing can be installed
     */
    record MissingModule(String module, int line, String install) implements FailureContext {}

    /**
     * A statement names a table that its database does not have.
     *
     * @param standIn name of the database's stand-in
     * @param tables what it has instead, as T-SQL names them
     * @param likely where it has none: the stand-in with tables that is spelt alike; empty when there is none
     */
    record MissingTable(String standIn, List<String> tables, String likely) implements FailureContext {

        public MissingTable {
            tables = List.copyOf(tables);
            // Records of earlier versions do not have it.
            likely = Objects.requireNonNullElse(likely, "");
        }
    }

    /**
     * A call names a file or folder that its lakehouse does not have.
     *
     * @param standIn name of the lakehouse's stand-in
     * @param path from its Files folder
     * @param files what it has instead, the likeliest first, and not all where there are many
     * @param likely where it has none: the lakehouse with files that is spelt alike; empty when there is none
     */
    record MissingFile(String standIn, String path, List<String> files, String likely) implements FailureContext {

        public MissingFile {
            files = List.copyOf(files);
        }
    }

    /**
     * A statement is written as for a database of another kind.
     *
     * @param written the word that T-SQL lacks
     * @param instead how T-SQL says it
     */
    record OtherDialect(String written, String instead) implements FailureContext {}

    /** The process that ran the function could not finish. */
    record EngineLost(EngineFault fault) implements FailureContext {}

    /**
     * A stream failed after its first piece: the caller has the beginning and no error.
     *
     * @param cause what is known of the failure itself
     * @param sentStatus the HTTP status the beginning went out with
     */
    record BrokenOff(FailureContext cause, int sentStatus) implements FailureContext {}
}
