/** Reading and writing JSON and delimited text, for every feature alike. */
@NullMarked
package dev.bobbin.app.text;

import org.jspecify.annotations.NullMarked;
