/** What the bench remembers between two starts. */
@NullMarked
package dev.bobbin.app.settings;

import org.jspecify.annotations.NullMarked;
