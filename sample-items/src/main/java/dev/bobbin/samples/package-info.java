/** Sample items that open, run and are tested like a user's own. */
@NullMarked
package dev.bobbin.samples;

import org.jspecify.annotations.NullMarked;
