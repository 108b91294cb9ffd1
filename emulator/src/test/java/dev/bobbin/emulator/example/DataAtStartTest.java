package dev.bobbin.emulator.example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What examples begin with: the item's own data, whole, and nobody else's. */
class DataAtStartTest {

    @TempDir
    Path folder;

    private ItemFolder item;
    private Workspace workspace;

    @BeforeEach
    void anItem() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Mine.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), """
                import fabric.functions as fn

                udf = fn.UserDataFunctions()

                @udf.connection(alias="Files", argName="lake")
                @udf.connection(alias="Sales", argName="db")
                @udf.function()
                def count(lake: fn.FabricLakehouseClient, db: fn.FabricSqlConnection) -> int:
                    return 1
                """);
        item = ItemReader.read(root);
        workspace = Workspace.of(item);
    }

    private Path content(StandInKind kind, String name, String file) throws IOException {
        StandIn standIn = kind.in(workspace.standIns(), name);
        Path path = standIn.path().resolve(file);
        Files.createDirectories(path.getParent());
        return Files.writeString(path, "x");
    }

    private List<String> copied() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (DataAtStart start = new DataAtStart(workspace, item)) {
            start.copyInto(copy);
        }
        try (Stream<Path> files = Files.walk(copy)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> copy.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void whatOtherItemsUseAndSnapshotsAreLeftOut() throws IOException {
        content(StandInKind.LAKEHOUSE, "Files", "Files/a.txt");
        content(StandInKind.LAKEHOUSE, "Files", "snapshots/old/Files/a.txt");
        content(StandInKind.LAKEHOUSE, "Other", "Files/large.bin");

        assertThat(copied()).containsExactly("standins/Files.lakehouse/Files/a.txt");
    }

    @Test
    void bindingsForAllItemsCount() throws IOException {
        content(StandInKind.LAKEHOUSE, "Shared", "Files/a.txt");
        Files.writeString(workspace.bindingsFile(), """
                {"aliases": {"Files": {"kind": "lakehouse", "name": "Shared"}}}""");

        assertThat(copied()).containsExactly("bindings.json", "standins/Shared.lakehouse/Files/a.txt");
    }

    @Test
    void whatIsWrittenAfterwardsIsNotSeen() throws IOException {
        Path file = content(StandInKind.LAKEHOUSE, "Files", "Files/a.txt");
        Path copy = Files.createDirectories(folder.resolve("copy"));
        try (DataAtStart start = new DataAtStart(workspace, item)) {
            Files.writeString(file, "later");
            start.copyInto(copy);
        }

        assertThat(copy.resolve("standins/Files.lakehouse/Files/a.txt")).hasContent("x");
    }

    @Test
    void aDatabaseThatIsBeingWrittenComesWithWhatIsInItsLog() throws IOException, SQLException {
        StandIn.Sql sales = (StandIn.Sql) StandInKind.SQL_DATABASE.in(workspace.standIns(), "Sales");
        Files.createDirectories(sales.path());
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + sales.database())) {
            try (var statement = connection.createStatement()) {
                statement.execute("PRAGMA journal_mode = WAL");
                statement.execute("CREATE TABLE t (x)");
                statement.execute("INSERT INTO t VALUES (42)");
            }
            assertThat(sales.database().resolveSibling("data.db-wal")).isNotEmptyFile();

            assertThat(copied()).containsExactly("standins/Sales.sqldb/data.db");
        }
        Path copy = folder.resolve("copy/standins/Sales.sqldb/data.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + copy);
                ResultSet rows = connection.createStatement().executeQuery("SELECT x FROM t")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(42);
        }
    }

    @Test
    void whatIsKeptForTheExamplesGoesBeforeTheDataAsItIs() throws IOException {
        content(StandInKind.LAKEHOUSE, "Files", "Files/mine.txt");
        Path kept = Files.createDirectories(workspace.exampleData(item, "Files").resolve("Files"));
        Files.writeString(kept.resolve("kept.txt"), "k");
        Path tables = Files.createDirectories(workspace.exampleData(item, "Sales"));
        Files.writeString(tables.resolve("schema.sql"), "CREATE TABLE dbo.Sale (Id INT)");

        assertThat(copied())
                .contains("standins/Files.lakehouse/Files/kept.txt", "standins/Sales.sqldb/data.db")
                .noneMatch(file -> file.endsWith("mine.txt"));
        assertThat(workspace.standIns().resolve("Sales.sqldb")).doesNotExist();
    }

    @Test
    void whatIsKeptAndOfNoUseIsNamed() throws IOException {
        Path tables = Files.createDirectories(workspace.exampleData(item, "Sales"));
        Files.writeString(tables.resolve("schema.sql"), "CREATE TABEL dbo.Sale");

        assertThatThrownBy(this::copied).hasMessageContaining("behind Sales").hasMessageContaining("TABEL");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void nobodyElseMayReadIt() throws IOException {
        content(StandInKind.LAKEHOUSE, "Files", "Files/a.txt");
        try (DataAtStart start = new DataAtStart(workspace, item);
                ScratchData data = new ScratchData(start)) {
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.fresh().root())))
                    .isEqualTo("rwx------");
            data.used();
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(data.fresh().root())))
                    .isEqualTo("rwx------");
        }
    }
}
