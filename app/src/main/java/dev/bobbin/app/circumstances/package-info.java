/** Under which rules, and for whom, functions run: the pages on the profile's values and on the personas. */
@NullMarked
package dev.bobbin.app.circumstances;

import org.jspecify.annotations.NullMarked;
