/** The program with a Java of its own, as the installers hold it; see {@code docs/installing.md}. */
@NullMarked
package dev.bobbin.packaging.image;

import org.jspecify.annotations.NullMarked;
