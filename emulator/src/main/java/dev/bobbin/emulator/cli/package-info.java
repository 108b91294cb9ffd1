/** The command line: the only place that prints to standard output. */
@NullMarked
package dev.bobbin.emulator.cli;

import org.jspecify.annotations.NullMarked;
