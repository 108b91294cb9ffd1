/** T-SQL's functions: one table names them, their types and what they do. */
@NullMarked
package dev.bobbin.emulator.standin.sql.functions;

import org.jspecify.annotations.NullMarked;
