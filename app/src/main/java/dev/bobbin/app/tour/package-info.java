/** The tour of the bench, for the first start. */
@NullMarked
package dev.bobbin.app.tour;

import org.jspecify.annotations.NullMarked;
