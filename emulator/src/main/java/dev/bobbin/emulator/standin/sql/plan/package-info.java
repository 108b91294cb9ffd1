/** What a statement means once its names and types are known: the binder's result, the emitter's input. */
@NullMarked
package dev.bobbin.emulator.standin.sql.plan;

import org.jspecify.annotations.NullMarked;
