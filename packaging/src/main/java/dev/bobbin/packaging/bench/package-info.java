/** The benchmark behind {@code packaging/bench}: measures the built program and reports; asserts nothing. */
@NullMarked
package dev.bobbin.packaging.bench;

import org.jspecify.annotations.NullMarked;
