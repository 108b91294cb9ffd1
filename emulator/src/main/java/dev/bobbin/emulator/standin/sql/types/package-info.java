/** T-SQL's data types: which there are, how values are converted, and how SQLite carries and stores them. */
@NullMarked
package dev.bobbin.emulator.standin.sql.types;

import org.jspecify.annotations.NullMarked;
