/** Approved answers: what a function is to give for an input, kept in files and compared with what it gives today. */
@NullMarked
package dev.bobbin.emulator.example;

import org.jspecify.annotations.NullMarked;
