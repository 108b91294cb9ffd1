/** The record of a run: every T-SQL statement, the SQLite it became, and how true the answer is. */
@NullMarked
package dev.bobbin.emulator.standin.sql.record;

import org.jspecify.annotations.NullMarked;
