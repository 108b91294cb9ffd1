/** Copies of a SQL stand-in's data: taken, restored, compared. */
@NullMarked
package dev.bobbin.emulator.standin.sql.snapshot;

import org.jspecify.annotations.NullMarked;
