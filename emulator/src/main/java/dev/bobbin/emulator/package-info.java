/** The headless emulator of Fabric user data functions: a library and a command line that never see the window. */
@NullMarked
package dev.bobbin.emulator;

import org.jspecify.annotations.NullMarked;
