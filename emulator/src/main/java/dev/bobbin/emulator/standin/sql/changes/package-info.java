/**
 * What runs changed in a SQL stand-in: kept in an undo file beside the database while they run, shown and undone later.
 *
 * <p>Temporary triggers log the first change of every row of a transaction; before the commit, in the same transaction,
 * the rows as they were and as they have become go to {@code undo.db}. A run that touches ten rows of a million keeps
 * ten. A definition that loses rows (DROP TABLE, ALTER TABLE) keeps the rows of that one table.
 */
@NullMarked
package dev.bobbin.emulator.standin.sql.changes;

import org.jspecify.annotations.NullMarked;
