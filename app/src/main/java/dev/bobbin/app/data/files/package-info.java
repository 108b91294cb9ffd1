/** Files of lakehouses with their previews. */
@NullMarked
package dev.bobbin.app.data.files;

import org.jspecify.annotations.NullMarked;
