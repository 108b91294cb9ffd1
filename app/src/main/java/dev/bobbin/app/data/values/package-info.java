/** Variables, and secrets, which are masked. */
@NullMarked
package dev.bobbin.app.data.values;

import org.jspecify.annotations.NullMarked;
