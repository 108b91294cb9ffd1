package dev.bobbin.app.services;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** What runs do to the real SQL database of an item, without the functions that would do it. */
public final class RunsOnData {

    private final Workspace workspace;
    private final StandIn.Sql standIn;

    /** @param name of the database, which is made when it is not there */
    public RunsOnData(ItemFolder item, String name) throws IOException {
        workspace = Workspace.of(item);
        standIn = (StandIn.Sql) StandInKind.SQL_DATABASE.in(workspace.standIns(), name);
        Files.createDirectories(standIn.path());
    }

    /** Carries out a statement for a run, and tells what the run changed so far. */
    public ChangeSet change(String run, String sql) throws IOException {
        try (SqlSession session = SqlDatabase.of(standIn).connect(new StatementLog(), run)) {
            session.execute(sql, List.of());
            session.commit();
        }
        return Lifecycles.changes(standIn, workspace).changes(run);
    }

    /** The first value a query answers with. */
    public Object value(String sql) throws IOException {
        try (SqlSession session = SqlDatabase.of(standIn).connect()) {
            return ((SqlResult.Rows) session.execute(sql, List.of()).getFirst())
                    .rows()
                    .next(1)
                    .getFirst()
                    .getFirst();
        }
    }
}
