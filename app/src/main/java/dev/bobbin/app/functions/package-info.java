/** The Functions explorer. */
@NullMarked
package dev.bobbin.app.functions;

import org.jspecify.annotations.NullMarked;
