/** What takes the place of warehouses, lakehouses and the rest: workspace, bindings of aliases, change scopes. */
@NullMarked
package dev.bobbin.emulator.standin;

import org.jspecify.annotations.NullMarked;
