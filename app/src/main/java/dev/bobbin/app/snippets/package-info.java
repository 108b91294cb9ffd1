/** Samples of code to insert. */
@NullMarked
package dev.bobbin.app.snippets;

import org.jspecify.annotations.NullMarked;
