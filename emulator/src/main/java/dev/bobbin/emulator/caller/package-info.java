/** Who calls user data functions in Fabric, and what each of them really sends. */
@NullMarked
package dev.bobbin.emulator.caller;

import org.jspecify.annotations.NullMarked;
