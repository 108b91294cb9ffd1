/** The window's texts. */
@NullMarked
package dev.bobbin.app.l10n;

import org.jspecify.annotations.NullMarked;
