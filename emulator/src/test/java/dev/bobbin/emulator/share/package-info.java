@NullMarked
package dev.bobbin.emulator.share;

import org.jspecify.annotations.NullMarked;
