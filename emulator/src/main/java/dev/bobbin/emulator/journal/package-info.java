/** The memory of runs: every one with its inputs, code, answer, logs and effects, in one SQLite file an item. */
@NullMarked
package dev.bobbin.emulator.journal;

import org.jspecify.annotations.NullMarked;
