/** The first page: open, create, samples, recent items. */
@NullMarked
package dev.bobbin.app.welcome;

import org.jspecify.annotations.NullMarked;
