/** One invocation from request to result, whichever engine carries it out. */
@NullMarked
package dev.bobbin.emulator.invoke;

import org.jspecify.annotations.NullMarked;
