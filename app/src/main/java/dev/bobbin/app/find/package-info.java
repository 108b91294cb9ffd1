/** Finding and replacing in any code area. */
@NullMarked
package dev.bobbin.app.find;

import org.jspecify.annotations.NullMarked;
