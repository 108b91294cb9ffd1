/** Data in and out of a SQL stand-in: CSV, JSON lines, Excel, Parquet and T-SQL scripts. */
@NullMarked
package dev.bobbin.emulator.standin.sql.transfer;

import org.jspecify.annotations.NullMarked;
