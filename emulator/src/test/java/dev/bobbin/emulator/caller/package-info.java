@NullMarked
package dev.bobbin.emulator.caller;

import org.jspecify.annotations.NullMarked;
