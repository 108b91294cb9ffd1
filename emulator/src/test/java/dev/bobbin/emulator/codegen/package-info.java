@NullMarked
package dev.bobbin.emulator.codegen;

import org.jspecify.annotations.NullMarked;
