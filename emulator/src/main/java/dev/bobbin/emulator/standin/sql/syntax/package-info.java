/** The syntax tree of T-SQL: small records, free of any parser and of any meaning. */
@NullMarked
package dev.bobbin.emulator.standin.sql.syntax;

import org.jspecify.annotations.NullMarked;
