/** The files of a user data functions item: read without ever failing as a whole, written without losing a byte that was not meant. */
@NullMarked
package dev.bobbin.emulator.item;

import org.jspecify.annotations.NullMarked;
