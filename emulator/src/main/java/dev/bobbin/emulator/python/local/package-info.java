/** The Pythons installed on this machine: where to look for them, and what they are. */
@NullMarked
package dev.bobbin.emulator.python.local;

import org.jspecify.annotations.NullMarked;
