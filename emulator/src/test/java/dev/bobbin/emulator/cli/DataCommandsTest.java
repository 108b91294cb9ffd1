package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.standin.RealRuns;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bobbin data} on every kind of stand-in, by its exit codes and what it prints. */
class DataCommandsTest {

    @TempDir
    Path workspace;

    private Path item;

    @BeforeEach
    void writeItem() throws IOException {
        item = Files.createDirectories(workspace.resolve("Shop.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(argName="lake", alias="Lake")
                @udf.connection(argName="db", alias="Db")
                @udf.function()
                def first(lake: fn.FabricLakehouseClient, db: fn.FabricSqlConnection) -> str:
                    return ""

                @udf.connection(argName="db", alias="Db")
                @udf.generic_connection(argName="vault", audienceType="KeyVault")
                @udf.function()
                def second(db: fn.FabricSqlConnection, vault: fn.FabricItem) -> str:
                    return ""
                """);
    }

    /** Exit code of a command that runs in this process. */
    private int data(String command, String... arguments) {
        return Main.execute(all(command, arguments).toArray(String[]::new));
    }

    /** Puts a run into the item's history, as the window does. */
    private long keep(String invocationId) throws IOException, CliFailure {
        ItemFolder folder = ItemReader.read(item);
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(Workspace.of(folder), folder))) {
            return journal.add(RunRecord.of(
                    Instant.now(),
                    RunOrigin.WINDOW,
                    new InvocationRequest(
                            invocationId,
                            "change",
                            "{}",
                            ProfileOption.named("service-2026"),
                            null,
                            ExecutingUser.LOCAL,
                            Circumstances.USUAL),
                    "embedded",
                    "",
                    new InvocationResult.Stopped(Duration.ZERO, RunTrace.EMPTY),
                    List.of()));
        }
    }

    /** What a command prints; it must succeed, or find differences. */
    private List<String> printed(String command, String... arguments) {
        Program.Ended ended = Program.here(all(command, arguments).toArray(String[]::new));
        assertThat(ended.exitCode()).isBetween(0, 1);
        return ended.output().lines().toList();
    }

    private List<String> all(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of("data", command, item.toString()));
        all.addAll(List.of(arguments));
        return all;
    }

    private Path file(String name, String text) throws IOException {
        Path file = workspace.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void listsTheConnectionsOfAnItemWithTheirUsers() throws Exception {
        assertThat(data("bind", "Db", "Own", "--kind", "warehouse")).isZero();

        assertThat(printed("list"))
                .satisfiesExactly(
                        lake -> assertThat(lake).startsWith("Lake\tlakehouse\t").endsWith("(not there yet)\tfirst"),
                        db -> assertThat(db).startsWith("Db\twarehouse\t").endsWith("\tfirst, second"),
                        vault ->
                                assertThat(vault).startsWith("vault\tsecrets\t").endsWith("\tsecond"));
    }

    @Test
    void aListedConnectionOfAnUnknownTypeIsTakenForNothingThatItMayNotBe() throws Exception {
        Files.writeString(item.resolve("definition.json"), """
                {"runtime": "PYTHON", "connectedDataSources": [
                  {"alias": "Db", "artifactType": "Tomorrow"}, {"alias": "Later", "artifactType": "Tomorrow"}]}
                """);

        assertThat(printed("list"))
                .anySatisfy(later -> assertThat(later).startsWith("Later\tplain\t"))
                .anySatisfy(used -> assertThat(used).startsWith("Db\tsql-database\t"));
        assertThat(ItemReader.read(item).findings())
                .extracting(finding -> finding.message().english())
                .filteredOn(message -> message.contains("'Tomorrow' of a data source is not known"))
                .hasSize(2)
                .allSatisfy(message -> assertThat(message).contains("for a FabricSqlConnection it is a SQL database"));
    }

    @Test
    void loadsAFileIntoALakehouseAsADeltaTable() throws Exception {
        String csv = file("orders.csv", "id,country\n1,at\n2,de\n").toString();
        assertThat(printed("import", "Lake", csv, "--preview")).containsExactly("id\tinteger", "country\tstring");
        assertThat(data("import", "Lake", csv, "--partition", "country")).isZero();
        assertThat(data("import", "Lake", csv)).isEqualTo(2);
        assertThat(data("import", "Lake", csv, "--mode", "append")).isZero();

        Path table = workspace.resolve(".bobbin/standins/Lake.lakehouse/Tables/orders");
        assertThat(table.resolve("_delta_log/00000000000000000001.json")).exists();
        Path out = workspace.resolve("out.csv");
        assertThat(data("export", "Lake", out.toString(), "--table", "dbo.orders"))
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(5);
    }

    @Test
    void takesALakehouseThroughItsWholeLife() throws Exception {
        file("seed/Files/a.txt", "one");
        file("synced/b.txt", "two");
        assertThat(data("seed", "Lake", workspace.resolve("seed").toString())).isZero();
        assertThat(data("snapshot", "Lake", "begin")).isZero();
        assertThat(data("diff", "Lake", "begin")).isZero();
        assertThat(data("pull", "Lake", workspace.resolve("synced").toString())).isZero();

        assertThat(data("diff", "Lake", "begin")).isEqualTo(1);
        assertThat(printed("diff", "Lake", "begin", "--json"))
                .singleElement()
                .asString()
                .contains("\"path\":\"b.txt\"", "\"kind\":\"created\"", "\"diff\":\"@@ ", "+two");
        assertThat(data("restore", "Lake", "--reset")).isZero();
        Path files = workspace.resolve(".bobbin/standins/Lake.lakehouse/Files");
        assertThat(files).isDirectoryContaining("glob:**/a.txt").isDirectoryNotContaining("glob:**/b.txt");
        assertThat(data("export", "Lake", workspace.resolve("whole").toString()))
                .isZero();
        assertThat(workspace.resolve("whole/Files/a.txt")).hasContent("one");
        assertThat(data("undo", "Lake", "no-such-run")).isEqualTo(1);
        assertThat(data("show", "Lakes")).as("no such alias").isEqualTo(2);
    }

    @Test
    void whatARunChangedIsTakenBackInAllItsDataOrBehindOneAlias() throws Exception {
        try (RealRuns runs = new RealRuns(QuickEngine.start(), workspace, """
                @udf.connection(argName="lake", alias="Lake")
                @udf.connection(argName="db", alias="Db")
                @udf.connection(argName="same", alias="Other")
                @udf.function()
                def change(lake: fn.FabricLakehouseClient, db: fn.FabricSqlConnection, same: fn.FabricSqlConnection) -> str:
                    lake.connectToFiles().get_file_client("a.txt").upload_data("new", overwrite=True)
                    connection = db.connect()
                    connection.cursor().execute("CREATE TABLE dbo.Made (Id INT)")
                    connection.commit()
                    return ""
                """)) {
            item = runs.item().root();
            assertThat(data("bind", "Other", "Db")).isZero();
            Path file = workspace.resolve(".bobbin/standins/Lake.lakehouse/Files/a.txt");
            runs.changes("change", "{}");
            assertThat(data("undo", "no-such-run")).isEqualTo(1);
            assertThat(data("undo")).as("no run").isEqualTo(2);
            assertThat(data("undo", "1")).as("no history").isEqualTo(2);
            long number = keep(runs.lastRun());
            assertThat(data("undo", "" + (number + 1))).as("no such run").isEqualTo(2);
            assertThat(data("undo", "" + number)).isZero();
            assertThat(file).doesNotExist();
            assertThat(data("show", "Db", "dbo.Made")).isEqualTo(2);

            runs.changes("change", "{}");
            assertThat(data("undo", "Lake", runs.lastRun())).isZero();
            assertThat(file).doesNotExist();
            assertThat(data("show", "Db", "dbo.Made")).isZero();

            String lost = runs.lastRun();
            file("Running.UserDataFunction/rows.csv", "Id\n1\n");
            String rows = item.resolve("rows.csv").toString();
            assertThat(data("import", "Db", rows, "--table", "dbo.Made", "--mode", "append"))
                    .isZero();
            assertThat(data("undo", lost))
                    .as("somebody has changed the table since")
                    .isEqualTo(1);
        }
    }

    @Test
    void aRunIsUndoneWhereItWroteAlsoWhenItsAliasIsGone() throws IOException {
        StandIn.Sql standIn = (StandIn.Sql) StandInKind.SQL_DATABASE.in(
                Workspace.at(workspace.resolve(".bobbin")).standIns(), "Db");
        Files.createDirectories(standIn.path());
        SqlDatabase database = SqlDatabase.of(standIn);
        change(database, "run-1", "CREATE TABLE dbo.T (Id INT)");
        change(database, "run-2", "INSERT INTO dbo.T VALUES (1)");
        Files.writeString(
                item.resolve("function_app.py"),
                Files.readString(item.resolve("function_app.py")).replace("alias=\"Db\"", "alias=\"Lake\""));

        assertThat(data("undo", "Lake", "run-2")).as("not behind that alias").isEqualTo(1);
        assertThat(data("undo", "run-1")).as("it has rows of a later run").isEqualTo(1);
        assertThat(data("undo", "run-2")).isZero();
        assertThat(data("undo", "run-2")).as("undone already").isEqualTo(1);
        assertThat(data("undo", "run-1")).isZero();
        assertThat(data("undo")).as("no run is named").isEqualTo(2);
        assertThat(new SqlChangeLog(standIn).changes("run-1").isEmpty()).isTrue();
    }

    private static void change(SqlDatabase database, String run, String sql) {
        try (SqlSession session = database.connect(new StatementLog(), run)) {
            session.execute(sql, List.of());
            session.commit();
        }
    }

    @Test
    void theEndpointOfALakehouseIsForReading() throws Exception {
        String csv = file("orders.csv", "id\n1\n2\n").toString();
        assertThat(data("import", "Lake", csv)).isZero();

        assertThat(sql("DELETE FROM orders")).isEqualTo(1);
        assertThat(sql("INSERT INTO orders VALUES (3)")).isEqualTo(1);
        assertThat(sql("CREATE TABLE more (a int)")).isEqualTo(1);
        Path out = workspace.resolve("out.csv");
        assertThat(data("export", "Lake", out.toString(), "--table", "orders")).isZero();
        assertThat(Files.readAllLines(out)).hasSize(3);
    }

    private int sql(String text) {
        return Main.execute("sql", item.toString(), "Lake", text);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own")
    void showsWhatLiesInALakehouseAndNoWayOutOfIt() throws Exception {
        file("outside/hidden.txt", "x");
        Path files =
                file(".bobbin/standins/Lake.lakehouse/Files/raw/a.txt", "12345").getParent();
        Files.createSymbolicLink(files.resolve("out"), workspace.resolve("outside"));
        Files.createSymbolicLink(files.resolve("same.txt"), files.resolve("a.txt"));

        assertThat(printed("show", "Lake", "Files/raw")).containsExactly("a.txt\t5 bytes", "same.txt\t5 bytes");
        assertThat(printed("show", "Lake", "Files/raw/a.txt"))
                .containsExactly("a.txt\t5 bytes, in " + files.resolve("a.txt"));
        assertThat(data("show", "Lake", "Files/raw/out")).isEqualTo(2);
        assertThat(data("show", "Lake", "Files/raw/out/hidden.txt")).isEqualTo(2);
    }

    @Test
    void neverPrintsASecret() throws Exception {
        file("secrets/secrets.json", "{\"key\": \"hidden\"}");
        assertThat(data("seed", "vault", workspace.resolve("secrets").toString()))
                .isZero();

        assertThat(printed("show", "vault")).containsExactly("key\t1 version");
    }

    @Test
    void bindsAnAliasForOneItemOrForAll() throws Exception {
        file("rows/t.csv", "id\n1\n");
        assertThat(data("bind", "Db", "Shared", "--workspace")).isZero();
        assertThat(data("seed", "Db", workspace.resolve("rows").toString())).isZero();
        assertThat(workspace.resolve(".bobbin/standins/Shared.sqldb/data.db")).exists();
        assertThat(data("bind", "Db", "Own")).isZero();
        assertThat(data("show", "Db", "dbo.t")).isEqualTo(2);
        assertThat(data("bind", "Db")).isZero();

        assertThat(data("show", "Db", "dbo.t")).isZero();
        assertThat(data("bind", "Nobody", "X")).isEqualTo(2);
        assertThat(data("bind", "Db", "X", "--kind", "nonsense")).isEqualTo(2);
    }

    @Test
    void theDataMayLieElsewhere() throws Exception {
        file("seed/Files/a.txt", "one");
        String elsewhere = workspace.resolve("elsewhere").toString();

        assertThat(data("seed", "Lake", workspace.resolve("seed").toString(), "--data", elsewhere))
                .isZero();

        assertThat(workspace.resolve("elsewhere/standins/Lake.lakehouse/Files/a.txt"))
                .hasContent("one");
        assertThat(workspace.resolve(".bobbin")).doesNotExist();
        assertThat(data("undo", "no-such-run", "--data", elsewhere)).isEqualTo(1);
    }

    @Test
    void aMisspeltAliasMakesNothing() throws IOException {
        String csv = file("t.csv", "id\n1\n").toString();
        for (String command :
                List.of("show", "export", "import", "seed", "pull", "snapshot", "diff", "restore", "undo")) {
            assertThat(data(command, "Dbb", csv)).as(command).isEqualTo(2);
        }
        assertThat(Main.execute("sql", item.toString(), "Dbb", "SELECT 1")).isEqualTo(2);
        assertThat(Main.execute("run", item.toString(), "first", "--bad-day", "lakes=denied"))
                .isEqualTo(2);

        assertThat(data("show", "Db")).isZero();
        assertThat(workspace.resolve(".bobbin")).doesNotExist();
        assertThat(data("bind", "Dbb", "Own", "--kind", "warehouse")).isZero();
        assertThat(data("import", "Dbb", csv)).isZero();
        assertThat(data("show", "Dbb", "dbo.t")).isZero();
    }

    @Test
    void aSnapshotIsReplacedWhenThatIsSaid() throws Exception {
        file("one/Files/a.txt", "one");
        file("two/Files/a.txt", "two");
        assertThat(data("pull", "Lake", workspace.resolve("one").toString())).isZero();
        assertThat(data("snapshot", "Lake", "kept")).isZero();
        assertThat(data("pull", "Lake", workspace.resolve("two").toString())).isZero();

        assertThat(data("snapshot", "Lake", "kept")).isEqualTo(2);
        assertThat(data("diff", "Lake", "kept")).isEqualTo(1);
        assertThat(data("snapshot", "Lake", "kept", "--replace")).isZero();
        assertThat(data("diff", "Lake", "kept")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "a/b", "a\\b", ".", "..", ".hidden", ""})
    void aStandInCannotBeCalledSo(String name) {
        assertThat(data("bind", "Lake", name)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CON", "nul", "Com1.x", "lpt9.t", "../x"})
    void aTableCannotBeCalledSo(String name) throws IOException {
        assertThat(data("import", "Lake", file("t.csv", "id\n1\n").toString(), "--table", name))
                .isEqualTo(2);
    }

    @Test
    void saysWhatIsWrongWithAnArgument() throws IOException {
        assertThat(data("pull", "Lake", workspace.resolve("missing").toString()))
                .isEqualTo(2);
        assertThat(data("import", "Lake", file("a.xyz", "").toString())).isEqualTo(2);
        assertThat(data("export", "Lake", workspace.resolve("a.txt").toString()))
                .isEqualTo(2);
        assertThat(data("show", "Lake", "Files/none")).isEqualTo(2);
        assertThat(data("restore", "Lake")).isEqualTo(2);
    }
}
