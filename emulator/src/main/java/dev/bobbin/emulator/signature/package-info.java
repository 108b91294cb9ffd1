/** Functions found by parsing the source text, without running it. */
@NullMarked
package dev.bobbin.emulator.signature;

import org.jspecify.annotations.NullMarked;
