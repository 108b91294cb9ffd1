/** The JavaFX bench: one package a feature, put together in one place. */
@NullMarked
package dev.bobbin.app;

import org.jspecify.annotations.NullMarked;
