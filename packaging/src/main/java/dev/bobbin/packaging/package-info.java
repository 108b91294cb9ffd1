/** What the program needs besides its jars: the caches that make it start quickly, and the benchmark. */
@NullMarked
package dev.bobbin.packaging;

import org.jspecify.annotations.NullMarked;
