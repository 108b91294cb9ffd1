/** Documentation shown in the window. */
@NullMarked
package dev.bobbin.app.help;

import org.jspecify.annotations.NullMarked;
