package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.List;

/**
 * A parsed text.
 *
 * @param parameters how many question marks it has
 */
public record Script(List<Statement.Located> statements, int parameters) {}
