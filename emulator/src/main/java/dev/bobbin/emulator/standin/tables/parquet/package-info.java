/** Parquet files read into plain Java values, and written from them. */
@NullMarked
package dev.bobbin.emulator.standin.tables.parquet;

import org.jspecify.annotations.NullMarked;
