/** Engines: child processes that run Python, and the protocol they speak. The only place that sees GraalPy. */
@NullMarked
package dev.bobbin.emulator.python;

import org.jspecify.annotations.NullMarked;
