/** What the service would refuse, and what would fail there: the list of problems. */
@NullMarked
package dev.bobbin.app.check;

import org.jspecify.annotations.NullMarked;
