package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.SQLException;

/** Follows the write transactions of one connection, to keep what they change. Called on the connection's thread. */
public interface TransactionObserver {

    /** A transaction is about to begin; none is open. */
    void opening() throws SQLException;

    /** The transaction has begun and holds the write lock. */
    void begun() throws SQLException;

    /** A statement that defines something in the file is about to run. @param sql in SQLite's words */
    void defining(String sql) throws SQLException;

    /** That statement has run. */
    void defined() throws SQLException;

    /** The transaction is about to be committed. */
    void committing() throws SQLException;

    /** The transaction was rolled back. */
    void rolledBack();

    /** Follows nothing. */
    TransactionObserver NONE = new TransactionObserver() {
        @Override
        public void opening() {}

        @Override
        public void begun() {}

        @Override
        public void defining(String sql) {}

        @Override
        public void defined() {}

        @Override
        public void committing() {}

        @Override
        public void rolledBack() {}
    };
}
