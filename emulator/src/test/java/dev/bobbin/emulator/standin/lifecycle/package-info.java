@NullUnmarked
package dev.bobbin.emulator.standin.lifecycle;

import org.jspecify.annotations.NullUnmarked;
