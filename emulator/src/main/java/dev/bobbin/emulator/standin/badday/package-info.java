/** Connections that go wrong on purpose: which, how, and what a function then sees. */
@NullMarked
package dev.bobbin.emulator.standin.badday;

import org.jspecify.annotations.NullMarked;
