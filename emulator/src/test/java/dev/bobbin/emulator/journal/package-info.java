@NullMarked
package dev.bobbin.emulator.journal;

import org.jspecify.annotations.NullMarked;
