/** Variable libraries: variables, value sets and the one that is active. */
@NullMarked
package dev.bobbin.emulator.standin.variables;

import org.jspecify.annotations.NullMarked;
