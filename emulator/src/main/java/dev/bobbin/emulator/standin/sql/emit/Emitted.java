package dev.bobbin.emulator.standin.sql.emit;

import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import java.util.List;
import java.util.Set;

/**
 * A statement for SQLite.
 *
 * @param inputs one for each question mark, in order
 * @param functions what must be registered before it is prepared
 */
public record Emitted(String sql, List<Bound.Input> inputs, Set<FunctionInstance> functions) {}
