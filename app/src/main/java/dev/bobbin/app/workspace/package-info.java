/** What the features share: the open item, its text, the selected function, the run and what it logged. */
@NullMarked
package dev.bobbin.app.workspace;

import org.jspecify.annotations.NullMarked;
