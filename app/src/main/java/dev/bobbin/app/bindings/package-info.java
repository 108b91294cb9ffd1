/** What stands in for the data a function is connected to, in the Test panel. */
@NullMarked
package dev.bobbin.app.bindings;

import org.jspecify.annotations.NullMarked;
