/** Parquet files read into plain Java values, and written from them. */
@NullMarked
package dev.bobbin.emulator.standin.parquet;

import org.jspecify.annotations.NullMarked;
