/** What Delta Kernel needs of its host to read tables in local folders: files, JSON, Parquet and constants. */
@NullMarked
package dev.bobbin.emulator.standin.tables.delta;

import org.jspecify.annotations.NullMarked;
