/** The choice of the engine, and the offer of the other one. */
@NullMarked
package dev.bobbin.app.engine;

import org.jspecify.annotations.NullMarked;
