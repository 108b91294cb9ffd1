@NullUnmarked
package dev.bobbin.emulator.standin.badday;

import org.jspecify.annotations.NullUnmarked;
