/** What runs inside the window's process while it is measured or trained: keys, floods, large results. */
@NullMarked
package dev.bobbin.packaging.bench.window;

import org.jspecify.annotations.NullMarked;
