/** The data of SQL stand-ins through its life. */
@NullMarked
package dev.bobbin.emulator.standin.sql.lifecycle;

import org.jspecify.annotations.NullMarked;
