/** Gives names and types to what was parsed. */
@NullMarked
package dev.bobbin.emulator.standin.sql.bind;

import org.jspecify.annotations.NullMarked;
