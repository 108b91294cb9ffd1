/** The editor for {@code function_app.py}. */
@NullMarked
package dev.bobbin.app.editor;

import org.jspecify.annotations.NullMarked;
