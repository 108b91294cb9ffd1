/** All kinds of stand-ins, one lifecycle: where they are listed, bound, filled and looked at. */
@NullMarked
package dev.bobbin.emulator.standin.lifecycle;

import org.jspecify.annotations.NullMarked;
