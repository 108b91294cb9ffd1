/** What could be written at the caret, for every text that is written in the bench. */
@NullMarked
package dev.bobbin.app.suggest;

import org.jspecify.annotations.NullMarked;
