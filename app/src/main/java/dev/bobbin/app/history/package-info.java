/** The runs of the item, and the approved answers among them. */
@NullMarked
package dev.bobbin.app.history;

import org.jspecify.annotations.NullMarked;
