/** Snapshots of stand-ins: taken, compared and restored. */
@NullMarked
package dev.bobbin.app.data.keeping;

import org.jspecify.annotations.NullMarked;
