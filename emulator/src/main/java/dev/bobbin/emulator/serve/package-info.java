/** The local REST endpoint: an item's functions behind HTTP, as the service offers them. */
@NullMarked
package dev.bobbin.emulator.serve;

import org.jspecify.annotations.NullMarked;
