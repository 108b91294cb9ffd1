/** A small evaluator of queries in plain Java, against which random queries are checked. */
@NullUnmarked
package dev.bobbin.emulator.standin.sql.reference;

import org.jspecify.annotations.NullUnmarked;
