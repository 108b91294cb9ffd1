/** What callers need, made from source that was never published: OpenAPI documents and client code. */
@NullMarked
package dev.bobbin.emulator.codegen;

import org.jspecify.annotations.NullMarked;
