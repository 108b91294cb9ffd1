/** Showing code: finding what to colour, and colouring only what is on the screen. */
@NullMarked
package dev.bobbin.app.code;

import org.jspecify.annotations.NullMarked;
