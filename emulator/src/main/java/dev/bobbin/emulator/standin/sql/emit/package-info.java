/** Writes plans as SQLite's SQL. */
@NullMarked
package dev.bobbin.emulator.standin.sql.emit;

import org.jspecify.annotations.NullMarked;
