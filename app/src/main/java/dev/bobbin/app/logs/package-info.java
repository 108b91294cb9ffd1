/** What a run logged, live. */
@NullMarked
package dev.bobbin.app.logs;

import org.jspecify.annotations.NullMarked;
