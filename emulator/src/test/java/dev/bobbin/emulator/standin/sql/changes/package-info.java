@NullUnmarked
package dev.bobbin.emulator.standin.sql.changes;

import org.jspecify.annotations.NullUnmarked;
