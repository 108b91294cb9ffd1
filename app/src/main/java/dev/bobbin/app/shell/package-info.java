/** The window's frame: menu, toolbar, messages, status bar, and where the features' views lie. */
@NullMarked
package dev.bobbin.app.shell;

import org.jspecify.annotations.NullMarked;
