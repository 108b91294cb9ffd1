/** The item's JSON files beside its script: {@code definition.json} and {@code functions.json}. */
@NullMarked
package dev.bobbin.app.parts;

import org.jspecify.annotations.NullMarked;
