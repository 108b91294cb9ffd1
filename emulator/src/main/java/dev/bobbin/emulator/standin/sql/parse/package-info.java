/** From T-SQL text to the syntax tree. The only package that sees the parser library. */
@NullMarked
package dev.bobbin.emulator.standin.sql.parse;

import org.jspecify.annotations.NullMarked;
