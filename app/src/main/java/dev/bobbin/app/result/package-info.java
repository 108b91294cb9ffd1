/** What a run answered: output, errors and the raw response. */
@NullMarked
package dev.bobbin.app.result;

import org.jspecify.annotations.NullMarked;
