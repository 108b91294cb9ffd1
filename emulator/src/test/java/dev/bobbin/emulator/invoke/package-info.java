/** Tests of what invocations are made of. */
@NullMarked
package dev.bobbin.emulator.invoke;

import org.jspecify.annotations.NullMarked;
