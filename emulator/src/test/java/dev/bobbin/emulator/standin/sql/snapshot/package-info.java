@NullUnmarked
package dev.bobbin.emulator.standin.sql.snapshot;

import org.jspecify.annotations.NullUnmarked;
