package dev.bobbin.emulator.standin;

import java.nio.file.Path;

/** A local file or folder that takes the place of a connected item. Lies in the workspace, never in the item. */
public sealed interface StandIn {

    /** Name shown to the user; the first part of its file name. */
    String name();

    /** Where it lies on disk, absolute. */
    Path path();

    /** A warehouse, SQL database, mirrored database or a lakehouse's SQL endpoint: a folder with {@code data.db}. */
    record Sql(String name, SqlKind kind, Path path) implements StandIn {

        /** The SQLite file. */
        public Path database() {
            return path.resolve("data.db");
        }

        /** T-SQL that fills a database when it is made; need not exist. */
        public Path seed() {
            return path.resolve("seed.sql");
        }

        /** A database that a new one begins as a copy of, instead of the script; need not exist. */
        public Path seedDatabase() {
            return path.resolve("seed.db");
        }
    }

    /** What a SQL stand-in behaves like. */
    enum SqlKind {
        WAREHOUSE,
        SQL_DATABASE,
        MIRRORED,
        LAKEHOUSE_ENDPOINT
    }

    /** A lakehouse: {@code Files/}, {@code Tables/} and a SQL endpoint. */
    record Lakehouse(String name, Path path) implements StandIn {

        public Path files() {
            return path.resolve("Files");
        }

        public Path tables() {
            return path.resolve("Tables");
        }

        /** Metadata and content settings of files, in a folder that mirrors {@link #files}; need not exist. */
        public Path properties() {
            return path.resolve("Properties");
        }

        /** What a run changed and what was there before, see {@code files.FileChanges}; need not exist. */
        public Path history(String run) {
            return histories().resolve(FileNames.safe(run));
        }

        /** The histories of all runs; need not exist. */
        public Path histories() {
            return path.resolve(".history");
        }

        /** The read-only SQL endpoint. */
        public Sql endpoint() {
            return new Sql(name, SqlKind.LAKEHOUSE_ENDPOINT, path);
        }
    }

    /** A variable library: a JSON object of names and values, or the folder of the item as Git has it. */
    record Variables(String name, Path path) implements StandIn {}

    /** A key vault: a JSON object of secrets and values. */
    record Secrets(String name, Path path) implements StandIn {}

    /** An event schema set: published events, one JSON object a line. */
    record Events(String name, Path path) implements StandIn {

        public Path log() {
            return path.resolve("events.jsonl");
        }

        /** Avro schemas of the event types, {@code <type>/<version>.avsc} or {@code <type>.avsc}; need not exist. */
        public Path schemas() {
            return path.resolve("schemas");
        }
    }

    /** A Cosmos DB account: a folder with {@code documents.db}. */
    record Documents(String name, Path path) implements StandIn {

        /** The SQLite file. */
        public Path database() {
            return path.resolve("documents.db");
        }

        /** What fills an account when it is made, {@code <database>/<container>.json}; need not exist. */
        public Path seed() {
            return path.resolve("seed");
        }
    }

    /** A connection with an alias and a token, but no data that Bobbin stands in for. */
    record Plain(String name, Path path) implements StandIn {}
}
