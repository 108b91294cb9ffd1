/** What the last run asked of its data, and what it changed there. */
@NullMarked
package dev.bobbin.app.changes;

import org.jspecify.annotations.NullMarked;
