/** Lakehouse files and tables in local folders. */
@NullMarked
package dev.bobbin.emulator.standin.files;

import org.jspecify.annotations.NullMarked;
