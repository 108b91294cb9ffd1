/** The Tables of a lakehouse, shown by its SQL endpoint: Delta, Parquet and CSV. */
@NullMarked
package dev.bobbin.emulator.standin.tables;

import org.jspecify.annotations.NullMarked;
