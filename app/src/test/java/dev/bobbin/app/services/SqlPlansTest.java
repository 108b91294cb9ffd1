package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.changes.StatementsViewModel;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How statements are carried out, told of a real database. */
class SqlPlansTest {

    @TempDir
    Path folder;

    private WorkspaceModel model;
    private SqlDatabase database;

    @BeforeEach
    void fill() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("item")), "import fabric.functions as fn\n");
        Path standIns = Workspace.of(model.itemProperty().get()).standIns();
        Files.createDirectories(standIns);
        database = SqlDatabase.of((StandIn.Sql) StandInKind.SQL_DATABASE.in(standIns, "Sales"));
        executed("CREATE TABLE dbo.Orders (Id int PRIMARY KEY, Region varchar(20), Amount int)");
        executed("CREATE INDEX ByRegion ON dbo.Orders (Region)");
    }

    @Test
    void everyStepIsSaidInWords() {
        assertThat(plan("SELECT Amount FROM dbo.Orders WHERE Amount > 3")).contains("reads every row of Orders");
        assertThat(plan("SELECT Amount FROM dbo.Orders WHERE Id = 3"))
                .contains("finds rows of Orders by the index", "(Id=?)");
        assertThat(plan("SELECT Amount FROM dbo.Orders WHERE Region = 'north' ORDER BY Amount"))
                .contains("by the index", "ByRegion", "sorts for ORDER BY");
        assertThat(plan("UPDATE dbo.Orders SET Amount = 1 WHERE Amount = 2")).contains("reads every row of Orders");
    }

    @Test
    void whatCannotBeAskedAnyMoreIsLeftOut() {
        List<ExecutedStatement> statements = executed("CREATE TABLE #t (a int); SELECT a FROM #t");

        assertThat(detail(statements.getLast())).contains("SELECT a FROM #t").doesNotContain("how the rows are found");
    }

    private String plan(String sql) {
        String detail = detail(executed(sql).getLast());
        assertThat(detail).contains("how the rows are found");
        return detail.substring(detail.indexOf("how the rows are found"));
    }

    private String detail(ExecutedStatement statement) {
        StatementsViewModel statements = new StatementsViewModel(model, new SqlPlans(), new SameThreadTaskRunner());
        statements.choose(statement);
        return statements.chosenDetail().get();
    }

    private List<ExecutedStatement> executed(String sql) {
        StatementLog log = new StatementLog();
        try (SqlSession session = database.connect(log, "run")) {
            for (SqlResult result : session.execute(sql, List.of())) {
                if (result instanceof SqlResult.Rows rows) {
                    rows.rows().close();
                }
            }
            session.commit();
        }
        return log.statements();
    }
}
