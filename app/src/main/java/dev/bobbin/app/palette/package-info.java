/** Choosing from a list by typing: commands and functions. */
@NullMarked
package dev.bobbin.app.palette;

import org.jspecify.annotations.NullMarked;
