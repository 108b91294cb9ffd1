/** Tables of SQL stand-ins for people who look at them and change single rows. */
@NullMarked
package dev.bobbin.emulator.standin.sql.browse;

import org.jspecify.annotations.NullMarked;
