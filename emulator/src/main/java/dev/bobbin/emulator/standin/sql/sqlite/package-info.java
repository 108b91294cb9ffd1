/** The SQLite side: connections, own functions and collations, the translation of SQLite's errors. */
@NullMarked
package dev.bobbin.emulator.standin.sql.sqlite;

import org.jspecify.annotations.NullMarked;
