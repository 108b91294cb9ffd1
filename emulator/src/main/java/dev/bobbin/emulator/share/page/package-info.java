/** A run as a page to show. */
@NullMarked
package dev.bobbin.emulator.share.page;

import org.jspecify.annotations.NullMarked;
