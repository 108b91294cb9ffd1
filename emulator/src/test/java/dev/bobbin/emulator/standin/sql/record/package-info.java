@NullUnmarked
package dev.bobbin.emulator.standin.sql.record;

import org.jspecify.annotations.NullUnmarked;
