/** What has changed in data, in words: the same in the window, on the command line and on pages, in the reader's language. */
@NullMarked
package dev.bobbin.emulator.standin.words;

import org.jspecify.annotations.NullMarked;
