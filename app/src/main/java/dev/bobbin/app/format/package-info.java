/** Formatting Python text: blanks and blank lines as PEP 8 wants them, and nothing else. */
@NullMarked
package dev.bobbin.app.format;

import org.jspecify.annotations.NullMarked;
