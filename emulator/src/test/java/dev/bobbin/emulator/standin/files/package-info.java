@NullUnmarked
package dev.bobbin.emulator.standin.files;

import org.jspecify.annotations.NullUnmarked;
