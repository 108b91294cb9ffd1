@NullMarked
package dev.bobbin.emulator.example;

import org.jspecify.annotations.NullMarked;
