@NullMarked
package dev.bobbin.emulator.standin.words;

import org.jspecify.annotations.NullMarked;
