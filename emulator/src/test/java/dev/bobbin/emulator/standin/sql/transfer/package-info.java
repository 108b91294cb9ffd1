@NullUnmarked
package dev.bobbin.emulator.standin.sql.transfer;

import org.jspecify.annotations.NullUnmarked;
