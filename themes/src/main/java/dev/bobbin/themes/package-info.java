/** The look of the window: tokens, style sheets and syntax colours, one theme a set of token values. */
@NullMarked
package dev.bobbin.themes;

import org.jspecify.annotations.NullMarked;
