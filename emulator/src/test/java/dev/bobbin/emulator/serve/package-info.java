@NullMarked
package dev.bobbin.emulator.serve;

import org.jspecify.annotations.NullMarked;
