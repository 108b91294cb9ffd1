/** Ways off the FX thread and back on it, and small helpers for controls. */
@NullMarked
package dev.bobbin.app.fx;

import org.jspecify.annotations.NullMarked;
