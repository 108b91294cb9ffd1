package dev.bobbin.app.changes;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.sql.browse.PlanStep;
import java.io.IOException;
import java.util.List;

/** Tells how SQLite carries out a statement. */
@FunctionalInterface
public interface StatementPlans {

    /**
     * The steps of each of SQLite's statements, one after another; those that can no longer be carried out are left out.
     *
     * @param standIn name of a stand-in of the item's workspace
     * @throws IOException when the stand-in cannot be read
     */
    List<PlanStep> of(ItemFolder item, String standIn, List<String> sqlite) throws IOException;
}
