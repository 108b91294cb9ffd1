/** T-SQL on SQLite: parse, bind, emit, convert. The only place that sees java.sql. */
@NullMarked
package dev.bobbin.emulator.standin.sql;

import org.jspecify.annotations.NullMarked;
