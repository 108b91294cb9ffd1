/** The data browser: what the stand-ins of the workspace hold, to be looked at and changed. */
@NullMarked
package dev.bobbin.app.data;

import org.jspecify.annotations.NullMarked;
