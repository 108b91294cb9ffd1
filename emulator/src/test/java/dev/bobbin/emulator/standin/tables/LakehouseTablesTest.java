package dev.bobbin.emulator.standin.tables;

import static dev.bobbin.emulator.standin.tables.DeltaFixture.FIELDS;
import static dev.bobbin.emulator.standin.tables.DeltaFixture.add;
import static dev.bobbin.emulator.standin.tables.DeltaFixture.log;
import static dev.bobbin.emulator.standin.tables.DeltaFixture.metadata;
import static dev.bobbin.emulator.standin.tables.DeltaFixture.parquet;
import static dev.bobbin.emulator.standin.tables.DeltaFixture.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Tables in real folders, seen through a real SQL endpoint. */
class LakehouseTablesTest {

    @TempDir
    Path folder;

    private StandIn.Sql endpoint;
    private Path tables;

    @BeforeEach
    void makeLakehouse() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", folder.resolve("Lake.lakehouse"));
        endpoint = lake.endpoint();
        tables = Files.createDirectories(lake.tables());
    }

    @Test
    void showsADeltaTableAndItsNextVersion() throws IOException {
        Path table = tables.resolve("sales");
        parquet(table.resolve("a.parquet"), 1, 2);
        log(table, 0, start("", FIELDS), add("a.parquet", "{}"));

        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        assertThat(rows("SELECT id, name, day FROM dbo.sales ORDER BY id"))
                .hasToString("[[1, n1, 1970-01-02], [2, n2, 1970-01-03]]");
        parquet(table.resolve("b.parquet"), 3);
        log(
                table,
                1,
                add("b.parquet", "{}"),
                "{\"remove\":{\"path\":\"a.parquet\",\"deletionTimestamp\":1," + "\"dataChange\":true}}");
        new LakehouseTables(endpoint).refresh();
        assertThat(rows("SELECT id FROM sales")).hasToString("[[3]]");
    }

    @Test
    void readsPartitionColumnsAndSchemaFolders() throws IOException {
        Path table = tables.resolve("web/visits");
        parquet(table.resolve("c%3Dat/a.parquet"), 1);
        String fields = FIELDS + ",{\\\"name\\\":\\\"country\\\",\\\"type\\\":\\\"string\\\",\\\"nullable\\\":true,"
                + "\\\"metadata\\\":{}}";
        log(table, 0, start("\"country\"", fields), add("c%253Dat/a.parquet", "{\"country\":\"at\"}"));

        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        assertThat(rows("SELECT country, id FROM web.visits")).hasToString("[[at, 1]]");
    }

    @Test
    void readsColumnsByTheirMappedName() throws IOException {
        Path table = tables.resolve("mapped");
        parquet(table.resolve("a.parquet"), 7);
        String fields = "{\\\"name\\\":\\\"shown\\\",\\\"type\\\":\\\"long\\\",\\\"nullable\\\":true,\\\"metadata\\\":"
                + "{\\\"delta.columnMapping.id\\\":1,\\\"delta.columnMapping.physicalName\\\":\\\"id\\\"}}";
        log(
                table,
                0,
                "{\"protocol\":{\"minReaderVersion\":2,\"minWriterVersion\":5}}",
                metadata("", fields, "{\"delta.columnMapping.mode\":\"name\"}"),
                add("a.parquet", "{}"));

        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        assertThat(rows("SELECT shown FROM mapped")).hasToString("[[7]]");
    }

    @Test
    void showsParquetAndCsvFiles() throws IOException {
        parquet(tables.resolve("loose.parquet"), 5);
        parquet(tables.resolve("many/one.parquet"), 1);
        parquet(tables.resolve("many/two.parquet"), 2);
        Files.writeString(tables.resolve("text.csv"), "id,amount,note\r\n1,2.5,\"a, \"\"b\"\"\"\r\n2,,\n");

        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        assertThat(rows("SELECT id FROM loose")).hasToString("[[5]]");
        assertThat(rows("SELECT id FROM many ORDER BY id")).hasToString("[[1], [2]]");
        assertThat(rows("SELECT id, amount, note FROM text ORDER BY id"))
                .hasToString("[[1, 2.5, a, \"b\"], [2, null, null]]");
    }

    @Test
    void looksAtTheTablesThatAStatementNames() throws IOException {
        for (String name : List.of("one", "two", "it]s")) {
            Files.writeString(tables.resolve(name + ".csv"), "id\n1\n");
        }
        LakehouseTables shown = new LakehouseTables(endpoint);

        shown.refresh(new AskedTables("SELECT * FROM [ONE]"));
        assertThat(tableNames()).containsExactlyInAnyOrder("one", "it]s");
        Files.delete(tables.resolve("one.csv"));
        shown.refresh(new AskedTables("EXEC ('SELECT * FROM t' + 'wo')"));
        assertThat(tableNames()).containsExactlyInAnyOrder("two", "it]s");
        Files.writeString(tables.resolve("three.csv"), "id\n1\n");
        shown.refresh(new AskedTables("SELECT 1"));
        assertThat(tableNames()).containsExactlyInAnyOrder("two", "it]s");
        shown.refresh(new AskedTables("SELECT * FROM INFORMATION_SCHEMA.TABLES"));
        assertThat(tableNames()).containsExactlyInAnyOrder("two", "three", "it]s");
    }

    private List<String> tableNames() throws IOException {
        return rows("SELECT name FROM sys.tables").stream()
                .map(row -> String.valueOf(row.getFirst()))
                .toList();
    }

    @Test
    void longTextsAreNotCutOff() throws IOException {
        Files.writeString(tables.resolve("long.csv"), "id,note\n1," + "x".repeat(9000) + "\n");

        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        assertThat(rows("SELECT LEN(note) FROM [long]")).hasToString("[[9000]]");
    }

    @Test
    void saysWhatIsWrongWithATableAndShowsTheOthers() throws IOException {
        Path damaged = tables.resolve("damaged");
        Files.createDirectories(damaged.resolve(TableSource.LOG));
        Files.writeString(damaged.resolve(TableSource.LOG).resolve("00000000000000000000.json"), "{\"protocol\":");
        Path missing = tables.resolve("missing");
        log(missing, 0, start("", FIELDS), add("none.parquet", "{}"));
        Path outside = tables.resolve("outside");
        parquet(folder.resolve("secret.parquet"), 1);
        log(outside, 0, start("", FIELDS), add("../../../secret.parquet", "{}"));
        Path feature = tables.resolve("feature");
        log(
                feature,
                0,
                "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"noSuchFeature\"],"
                        + "\"writerFeatures\":[\"noSuchFeature\"]}}",
                metadata("", FIELDS, "{}"));
        Files.writeString(tables.resolve("bad.parquet"), "no parquet");
        Files.writeString(tables.resolve("tiny.parquet"), "no");
        Path cut = tables.resolve("cut");
        parquet(cut.resolve("a.parquet"), 1, 2);
        overwriteRows(cut.resolve("a.parquet"));
        log(cut, 0, start(), add("a.parquet", "{}"));
        parquet(tables.resolve("good.parquet"), 1);

        var problems = new LakehouseTables(endpoint).refresh();

        assertThat(problems.keySet())
                .containsExactlyInAnyOrder(
                        "dbo.damaged", "dbo.missing", "dbo.outside", "dbo.feature", "dbo.bad", "dbo.tiny", "dbo.cut");
        assertThat(problems.values()).allSatisfy(this::isInPlainWords);
        assertThat(problems.get("dbo.cut")).contains("a.parquet").contains("damaged");
        assertThat(problems.get("dbo.damaged")).contains("damaged");
        assertThat(problems.get("dbo.missing")).contains("none.parquet").contains("missing");
        assertThat(problems.get("dbo.outside")).contains("outside the lakehouse");
        assertThat(problems.get("dbo.feature")).contains("noSuchFeature");
        assertThat(rows("SELECT id FROM good")).hasToString("[[1]]");
        assertThat(new LakehouseTables(endpoint).refresh().keySet()).isEqualTo(problems.keySet());
    }

    /** Names no class or object of the program. */
    private void isInPlainWords(String problem) {
        assertThat(problem).doesNotContainPattern("@[0-9a-f]{4}|Exception|java\\.|org\\.apache|null");
    }

    /** Damages the rows of a Parquet file, but not what tells where they are. */
    private static void overwriteRows(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, 60, (byte) 0xff);
        Files.write(file, bytes);
    }

    @Test
    void refusesByNameWhatIsKeptInFoldersByPartition() throws IOException {
        parquet(tables.resolve("hive/region=EU/a.parquet"), 1);
        parquet(tables.resolve("hive/region=US/b.parquet"), 2);

        assertThat(new LakehouseTables(endpoint).refresh())
                .containsOnlyKeys("dbo.hive")
                .hasEntrySatisfying("dbo.hive", problem -> assertThat(problem).contains("region=EU"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need a right of their own")
    void aLinkDoesNotLeadOutOfTheLakehouse() throws IOException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("hidden.csv"), "a\n1\n");
        parquet(outside.resolve("rows/b.parquet"), 1);
        Files.createSymbolicLink(tables.resolve("schema"), outside);
        Files.createSymbolicLink(tables.resolve("one.csv"), outside.resolve("hidden.csv"));
        Files.createSymbolicLink(tables.resolve("rows"), outside.resolve("rows"));
        parquet(tables.resolve("own/a.parquet"), 1);
        Files.createSymbolicLink(tables.resolve("own/b.parquet"), outside.resolve("rows/b.parquet"));
        Files.createSymbolicLink(tables.resolve("again"), tables.resolve("own"));

        assertThat(new LakehouseTables(endpoint).refresh())
                .containsOnlyKeys("dbo.one", "dbo.rows")
                .allSatisfy((table, problem) -> assertThat(problem).contains("out of the lakehouse"));
        assertThat(rows("SELECT COUNT(*) FROM own")).hasToString("[[1]]");
        assertThat(rows("SELECT COUNT(*) FROM again")).hasToString("[[1]]");
    }

    @Test
    void showsATableAgainWhenItsMissingFileCame() throws IOException {
        Path table = tables.resolve("late");
        log(table, 0, start(), add("a.parquet", "{}"));
        assertThat(new LakehouseTables(endpoint).refresh()).containsOnlyKeys("dbo.late");
        parquet(table.resolve("a.parquet"), 4);

        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        assertThat(rows("SELECT id FROM late")).hasToString("[[4]]");
    }

    @Test
    void copiesTablesAgainWhenItsNotesAreLostOrDamaged() throws IOException {
        Files.writeString(tables.resolve("t.csv"), "a\n1\n");
        new LakehouseTables(endpoint).refresh();
        Path notes = endpoint.path().resolve("tables.json");
        Files.delete(notes);
        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();
        Files.writeString(notes, "{\"dbo.t\": {\"finger");
        assertThat(new LakehouseTables(endpoint).refresh()).isEmpty();

        assertThat(rows("SELECT a FROM t")).hasToString("[[1]]");
    }

    @Test
    void aTableThatIsGoneIsGone() throws IOException {
        Files.writeString(tables.resolve("t.csv"), "a\n1\n");
        new LakehouseTables(endpoint).refresh();
        Files.delete(tables.resolve("t.csv"));
        new LakehouseTables(endpoint).refresh();

        assertThat(rows("SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_NAME = 't'"))
                .hasToString("[[0]]");
    }

    @Test
    void anOpenConnectionSeesAChangedTable() throws IOException {
        Files.writeString(tables.resolve("t.csv"), "a\n1\n");
        new LakehouseTables(endpoint).refresh();
        SqlDatabase database = new SqlDatabase(endpoint.database(), endpoint.kind(), endpoint.name());
        try (SqlSession session = database.connect()) {
            session.setAutocommit(false);
            assertThat(rows(session, "SELECT * FROM t")).hasToString("[[1]]");
            Files.writeString(tables.resolve("t.csv"), "a,b\n1,x\n2,y\n");
            new LakehouseTables(endpoint).refresh();
            assertThat(rows(session, "SELECT * FROM t")).hasToString("[[1, x], [2, y]]");
        }
    }

    private List<List<Object>> rows(String sql) {
        SqlDatabase database = new SqlDatabase(endpoint.database(), endpoint.kind(), endpoint.name());
        try (SqlSession session = database.connect()) {
            return rows(session, sql);
        }
    }

    private static List<List<Object>> rows(SqlSession session, String sql) {
        SqlResult result = session.execute(sql, List.of()).getFirst();
        RowSet rows = ((SqlResult.Rows) result).rows();
        return rows.next(100);
    }
}
