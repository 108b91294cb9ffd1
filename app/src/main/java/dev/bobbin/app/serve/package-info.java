/** Calls from outside: the local endpoint, client code, and what other callers send. */
@NullMarked
package dev.bobbin.app.serve;

import org.jspecify.annotations.NullMarked;
