/** Manage connections: which alias of the item means which stand-in, and what it does on a bad day. */
@NullMarked
package dev.bobbin.app.connections;

import org.jspecify.annotations.NullMarked;
