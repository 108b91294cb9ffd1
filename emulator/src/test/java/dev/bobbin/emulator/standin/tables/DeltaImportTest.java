package dev.bobbin.emulator.standin.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.parquet.ParquetFile;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.TableImport.Mode;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that become Delta tables, read by the words of the protocol and through the SQL endpoint. */
class DeltaImportTest {

    @TempDir
    Path folder;

    private StandIn.Lakehouse lake;

    @BeforeEach
    void makeLakehouse() throws IOException {
        lake = new StandIn.Lakehouse("Lake", folder.resolve("Lake.lakehouse"));
        Files.createDirectories(lake.tables());
    }

    private Path csv(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private long load(String table, Path file, Mode mode, String... partitions) throws IOException {
        return load(table, file, mode, Map.of(), partitions);
    }

    private long load(String table, Path file, Mode mode, Map<String, SqlType> types, String... partitions)
            throws IOException {
        FileFormat format = FileFormat.of(file).orElseThrow();
        DeltaColumns columns = DeltaColumns.of(file, format, CsvOptions.AUTOMATIC, types);
        return new DeltaImport(lake, table, file, format, CsvOptions.AUTOMATIC, columns, mode, List.of(partitions))
                .run(rows -> {}, () -> false);
    }

    @Test
    void makesATableOfACsvFileWithTheTypesOfAllRows() throws IOException {
        Path file = csv(
                "a.csv",
                "id,name,price,day,at,flag,big\n"
                        + "1,Ana,1.50,2026-01-02,2026-01-02T03:04:05,true,3000000000\n"
                        + "2,,2.25,,,false,1\n");
        assertThat(load("orders", file, Mode.CREATE)).isEqualTo(2);

        DeltaLog log = DeltaLog.read(lake.tables().resolve("orders"));
        assertThat(log.columns())
                .containsExactly(
                        "id:integer",
                        "name:string",
                        "price:double",
                        "day:date",
                        "at:timestamp",
                        "flag:boolean",
                        "big:long");
        assertThat(log.rows())
                .containsExactly(
                        "id: 1 name: Ana price: 1.5 day: 20455 at: 1767323045000000 flag: true big: 3000000000",
                        "id: 2 price: 2.25 flag: false big: 1");
        assertThat(log.others()).isEmpty();
        assertThat(shown("SELECT id, name, price, day, at, flag, big FROM orders ORDER BY id"))
                .isEqualTo("[[1, Ana, 1.5, 2026-01-02, 2026-01-02T03:04:05, 1, 3000000000],"
                        + " [2, null, 2.25, null, null, 0, 1]]");
    }

    @Test
    void keepsTheTypesOfAParquetFile() throws IOException {
        StructType schema = new StructType()
                .add("a byte", ByteType.BYTE)
                .add("s", ShortType.SHORT)
                .add("i", IntegerType.INTEGER)
                .add("l", LongType.LONG)
                .add("f", FloatType.FLOAT)
                .add("d", DoubleType.DOUBLE)
                .add("b", BooleanType.BOOLEAN)
                .add("t", StringType.STRING)
                .add("day", DateType.DATE)
                .add("at", TimestampType.TIMESTAMP)
                .add("local", TimestampNTZType.TIMESTAMP_NTZ)
                .add("small", new DecimalType(9, 2))
                .add("middle", new DecimalType(18, 3))
                .add("large", new DecimalType(38, 10));
        Path file = folder.resolve("p.parquet");
        try (ParquetFile parquet = ParquetFile.create(file, schema)) {
            parquet.write(new Object[] {
                (byte) -5,
                (short) 300,
                7,
                8L,
                1.5f,
                2.5,
                true,
                "text",
                1,
                1_000_000L,
                2_000_000L,
                new BigDecimal("-1234567.89"),
                new BigDecimal("123456789012345.678"),
                new BigDecimal("-1234567890123456789012345678.0123456789")
            });
            parquet.write(new Object[schema.length()]);
        }
        load("kept", file, Mode.CREATE);

        DeltaLog log = DeltaLog.read(lake.tables().resolve("kept"));
        assertThat(log.columns())
                .containsExactly(
                        "a_byte:byte",
                        "s:short",
                        "i:integer",
                        "l:long",
                        "f:float",
                        "d:double",
                        "b:boolean",
                        "t:string",
                        "day:date",
                        "at:timestamp",
                        "local:timestamp_ntz",
                        "small:decimal(9,2)",
                        "middle:decimal(18,3)",
                        "large:decimal(38,10)");
        assertThat(shown("SELECT a_byte, s, i, l, f, d, b, t, day, at, local, small, middle, large FROM kept"
                        + " WHERE i IS NOT NULL"))
                .isEqualTo("[[-5, 300, 7, 8, 1.5, 2.5, 1, text, 1970-01-02, 1970-01-01T00:00:01,"
                        + " 1970-01-01T00:00:02, -1234567.89, 123456789012345.678,"
                        + " -1234567890123456789012345678.0123456789]]");
    }

    @Test
    void addsRowsMatchingColumnsByName() throws IOException {
        load("t", csv("a.csv", "id,name\n1,Ana\n"), Mode.CREATE);
        assertThat(load("dbo.T", csv("b.csv", "NAME,id\nBea,2\n"), Mode.APPEND)).isEqualTo(1);
        assertThat(load("t", csv("c.csv", "id\n3\n"), Mode.APPEND)).isEqualTo(1);

        DeltaLog log = DeltaLog.read(lake.tables().resolve("t"));
        assertThat(log.versions()).isEqualTo(3);
        assertThat(log.rows()).containsExactly("id: 1 name: Ana", "id: 2 name: Bea", "id: 3");
        assertThatThrownBy(() -> load("t", csv("d.csv", "id,colour\n4,red\n"), Mode.APPEND))
                .hasMessageContaining("has a column 'colour', the table has none");
        assertThatThrownBy(() -> load("t", csv("e.csv", "id\nfour\n"), Mode.APPEND))
                .hasMessageContaining("line 2")
                .hasMessageContaining("'four'")
                .hasMessageContaining("Nothing was imported");
        assertThat(DeltaLog.read(lake.tables().resolve("t")).versions()).isEqualTo(3);
        assertThat(DeltaLog.read(lake.tables().resolve("t")).others()).isEmpty();
    }

    @Test
    void replacesATableByOneOfOtherColumns() throws IOException {
        load("t", csv("a.csv", "id,name\n1,Ana\n"), Mode.CREATE);
        assertThatThrownBy(() -> load("t", csv("b.csv", "id\n2\n"), Mode.CREATE))
                .hasMessageContaining("already");
        load("t", csv("c.csv", "code\nx\ny\n"), Mode.REPLACE);

        DeltaLog log = DeltaLog.read(lake.tables().resolve("t"));
        assertThat(log.versions()).isEqualTo(2);
        assertThat(log.columns()).containsExactly("code:string");
        assertThat(log.rows()).containsExactly("code: x", "code: y");
        assertThat(shown("SELECT code FROM t ORDER BY code")).isEqualTo("[[x], [y]]");
    }

    @Test
    void tellsOtherReadersTheBoundsOfEachColumn() throws IOException {
        String emoji = "x".repeat(31) + "\uD83D\uDE00";
        Path file = csv(
                "a.csv",
                "n,text,long text,day,at,price,real,flag,none\n"
                        + "3,b," + emoji + " and more,2026-01-02,2026-01-02T03:04:05.678901,1.50,1e300,true,\n"
                        + "-1,\uFFFD," + "y".repeat(40) + ",2025-12-31,2025-01-02T03:04:05.000001,-2.25,0.5,false,\n"
                        + "2,\uD83D\uDE00,short,,,,,,\n");
        load("t", file, Mode.CREATE, Map.of("real", SqlType.FLOAT));

        assertThat(DeltaLog.read(lake.tables().resolve("t")).statistics())
                .singleElement()
                .isEqualTo(new ObjectMapper()
                        .readTree(
                                "{\"numRecords\":3,\"minValues\":{\"n\":-1,\"text\":\"b\",\"long_text\":\"short\",\"day\":\"2025-12-31\","
                                        + "\"at\":\"2025-01-02T03:04:05.000Z\",\"price\":-2.25,\"real\":0.5},"
                                        + "\"maxValues\":{\"n\":3,\"text\":\"\uD83D\uDE00\",\"long_text\":\""
                                        + "y".repeat(32)
                                        + "\uDBFF\uDFFF\",\"day\":\"2026-01-02\",\"at\":\"2026-01-02T03:04:05.679Z\","
                                        + "\"price\":1.50,\"real\":1e300},"
                                        + "\"nullCount\":{\"n\":0,\"text\":0,\"long_text\":0,\"day\":1,\"at\":1,\"price\":1,"
                                        + "\"real\":1,\"flag\":1,\"none\":3}}"));
    }

    @Test
    void writesACheckpointEveryTenVersions() throws IOException {
        load("t", csv("a.csv", "part,n\nx,0\n"), Mode.CREATE, "part");
        for (int i = 1; i <= 12; i++) {
            load(
                    "t",
                    csv("b.csv", "part,n\ny" + i % 3 + "," + i + "\n"),
                    i == 5 ? Mode.REPLACE : Mode.APPEND,
                    i == 5 ? new String[] {"part"} : new String[0]);
        }
        Path table = lake.tables().resolve("t");
        DeltaLog log = DeltaLog.read(table);
        assertThat(log.versions()).isEqualTo(13);

        List<String> actions = log.checkpoint(10);
        assertThat(actions).contains("protocol", "metaData").contains("remove");
        assertThat(actions.stream().filter(action -> action.contains("parquet")))
                .hasSize(6)
                .isSubsetOf(log.files());
        for (int version = 0; version < 10; version++) {
            Files.delete(table.resolve("_delta_log/%020d.json".formatted(version)));
        }
        assertThat(shown("SELECT n FROM t ORDER BY n")).isEqualTo("[[5], [6], [7], [8], [9], [10], [11], [12]]");
        assertThat(load("t", csv("c.csv", "part,n\nz,99\n"), Mode.APPEND)).isEqualTo(1);
        assertThat(shown("SELECT COUNT(*) FROM t")).isEqualTo("[[9]]");
    }

    @Test
    void putsTheFilesOfPartitionsIntoFolders() throws IOException {
        Path file = csv("a.csv", "id,country,day\n1,at,2026-01-01\n2,de/x y,2026-01-01\n3,at,2026-01-02\n4,,\n");
        load("t", file, Mode.CREATE, "country", "day");

        DeltaLog log = DeltaLog.read(lake.tables().resolve("t"));
        assertThat(log.partitionColumns()).containsExactly("country", "day");
        assertThat(log.rows())
                .containsExactlyInAnyOrder(
                        "{\"country\":\"at\",\"day\":\"2026-01-01\"} id: 1",
                        "{\"country\":\"de/x y\",\"day\":\"2026-01-01\"} id: 2",
                        "{\"country\":\"at\",\"day\":\"2026-01-02\"} id: 3",
                        "{\"country\":null,\"day\":null} id: 4");
        assertThat(shown("SELECT id, country, day FROM t ORDER BY id"))
                .isEqualTo("[[1, at, 2026-01-01], [2, de/x y, 2026-01-01], [3, at, 2026-01-02], [4, null, null]]");
    }

    @Test
    void closesFilesOfManyPartitionsAndStaysWhole() throws IOException {
        Path file = csv(
                "a.csv",
                IntStream.range(0, 400)
                        .mapToObj(i -> i + ",p" + i % 40)
                        .collect(Collectors.joining("\n", "id,part\n", "\n")));
        load("t", file, Mode.CREATE, "part");

        assertThat(DeltaLog.read(lake.tables().resolve("t")).rows()).hasSize(400);
        assertThat(shown("SELECT COUNT(*), COUNT(DISTINCT part), SUM(id) FROM t"))
                .isEqualTo("[[400, 40, 79800]]");
    }

    @Test
    void leavesNothingOfAnImportThatFailsOrIsCancelled() throws IOException {
        Path file = csv(
                "a.csv",
                IntStream.range(0, 30_000).mapToObj(String::valueOf).collect(Collectors.joining("\n", "id\n", "\n")));
        DeltaColumns columns = DeltaColumns.of(file, FileFormat.CSV, CsvOptions.AUTOMATIC, Map.of());
        long rows = new DeltaImport(
                        lake, "t", file, FileFormat.CSV, CsvOptions.AUTOMATIC, columns, Mode.CREATE, List.of())
                .run(count -> {}, () -> true);

        assertThat(rows).isEqualTo(-1);
        assertThatThrownBy(() -> load("t", file, Mode.CREATE, Map.of("id", SqlType.DATE)))
                .hasMessageContaining("Nothing was imported");
        assertThatThrownBy(() -> load("t", file, Mode.CREATE, Map.of("missing", SqlType.INT)))
                .hasMessage("The file has no column 'missing'.");
        assertThatThrownBy(() -> load("../out", file, Mode.CREATE)).hasMessageContaining("cannot be the name");
        assertThat(lake.tables()).isEmptyDirectory();
    }

    @Test
    void replacesTablesThatAreNoDeltaTablesOrAreDamaged() throws IOException {
        Files.writeString(lake.tables().resolve("plain.csv"), "id\n1\n");
        Path log = Files.createDirectories(lake.tables().resolve("broken/_delta_log"));
        Files.writeString(log.resolve("00000000000000000000.json"), "{\"protocol\":");
        Path file = csv("a.csv", "id\n5\n");

        assertThatThrownBy(() -> load("plain", file, Mode.APPEND)).hasMessageContaining("is kept as CSV");
        assertThatThrownBy(() -> load("broken", file, Mode.APPEND)).hasMessageContaining("cannot be written");
        load("plain", file, Mode.REPLACE);
        load("broken", file, Mode.REPLACE);
        assertThat(shown("SELECT * FROM plain")).isEqualTo("[[5]]");
        assertThat(shown("SELECT * FROM broken")).isEqualTo("[[5]]");
        assertThat(lake.tables().resolve("plain.csv")).doesNotExist();
    }

    @Test
    void refusesToAddToTablesThatMapTheirColumns() throws IOException {
        Path table = lake.tables().resolve("mapped");
        DeltaFixture.parquet(table.resolve("a.parquet"), 7);
        String fields = "{\\\"name\\\":\\\"shown\\\",\\\"type\\\":\\\"long\\\",\\\"nullable\\\":true,\\\"metadata\\\":"
                + "{\\\"delta.columnMapping.id\\\":1,\\\"delta.columnMapping.physicalName\\\":\\\"id\\\"}}";
        DeltaFixture.log(
                table,
                0,
                "{\"protocol\":{\"minReaderVersion\":2,\"minWriterVersion\":5}}",
                DeltaFixture.metadata(
                        "",
                        fields,
                        "{\"delta.columnMapping.mode\":\"name\",\"delta.columnMapping.maxColumnId\":\"1\"}"),
                DeltaFixture.add("a.parquet", "{}"));

        assertThatThrownBy(() -> load("mapped", csv("b.csv", "shown\n8\n"), Mode.APPEND))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("column mapping");
        assertThat(shown("SELECT shown FROM mapped")).isEqualTo("[[7]]");
    }

    private String shown(String sql) throws IOException {
        assertThat(new LakehouseTables(lake.endpoint()).refresh()).isEmpty();
        try (SqlSession session = SqlDatabase.of(lake.endpoint()).connect()) {
            RowSet rows = ((SqlResult.Rows) session.execute(sql, List.of()).getFirst()).rows();
            return rows.next(1000).toString();
        }
    }
}
