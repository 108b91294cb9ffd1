/** Sentences for people, which can be said in every language there is. */
@NullMarked
package dev.bobbin.emulator.message;

import org.jspecify.annotations.NullMarked;
