/** Business events: a log of what functions published, checked against schemas. */
@NullMarked
package dev.bobbin.emulator.standin.events;

import org.jspecify.annotations.NullMarked;
