/** Rows and columns of data in a grid, whatever they come from. */
@NullMarked
package dev.bobbin.app.data.grid;

import org.jspecify.annotations.NullMarked;
