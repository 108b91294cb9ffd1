package dev.bobbin.emulator.standin;

import java.nio.file.Path;

/** A local file or folder that takes the place of a connected item. Lies in the workspace, never in the item. */
public sealed interface StandIn {

    /** Name shown to the user; the first part of its file name. */
    String name();

    /** Where it lies on disk, absolute. */
    Path path();

    /** A warehouse, SQL database or mirrored database: a folder with {@code data.db}. */
    record Sql(String name, SqlKind kind, Path path) implements StandIn {

        /** The SQLite file. */
        public Path database() {
            return path.resolve("data.db");
        }
    }

    /** What a SQL stand-in behaves like. */
    enum SqlKind {
        WAREHOUSE,
        SQL_DATABASE,
        MIRRORED,
        LAKEHOUSE_ENDPOINT
    }

    /** A lakehouse: {@code Files/} and {@code Tables/}. */
    record Lakehouse(String name, Path path) implements StandIn {

        public Path files() {
            return path.resolve("Files");
        }

        public Path tables() {
            return path.resolve("Tables");
        }
    }

    /** A variable library: one JSON file. */
    record Variables(String name, Path path) implements StandIn {}

    /** A connection that nothing stands in for yet: its calls fail in plain words. */
    record Unsupported(String name, String what, Path path) implements StandIn {}
}
