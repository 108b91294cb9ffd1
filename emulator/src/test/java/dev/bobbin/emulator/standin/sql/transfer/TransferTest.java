package dev.bobbin.emulator.standin.sql.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files into tables and tables into files. */
class TransferTest {

    @TempDir
    Path folder;

    private SqlDatabase database;

    @BeforeEach
    void open() {
        database = SqlDatabase.open(folder.resolve("data.db"), SqlKind.SQL_DATABASE);
    }

    private Path file(String name, String text, Charset encoding) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(encoding));
    }

    private Path csv(String text) throws IOException {
        return file("t.csv", text, StandardCharsets.UTF_8);
    }

    private List<ImportColumn> columns(Path file) throws IOException {
        return ImportPreview.of(file, FileFormat.of(file).orElseThrow(), CsvOptions.AUTOMATIC, true)
                .columns();
    }

    private long load(Path file, TableImport.Mode mode) throws IOException {
        return new TableImport(
                        file, FileFormat.of(file).orElseThrow(), CsvOptions.AUTOMATIC, "dbo.T", columns(file), mode)
                .run(database, count -> {}, () -> false);
    }

    private List<String> rows(String query) {
        List<String> rows = new ArrayList<>();
        try (SqlSession session = database.connect()) {
            for (SqlResult result : session.execute(query, List.of())) {
                if (result instanceof SqlResult.Rows set) {
                    set.rows().next(10_000).forEach(row -> rows.add(row.toString()));
                }
            }
        }
        return rows;
    }

    private void run(String sql) {
        try (SqlSession session = database.connectAsOwner()) {
            session.execute(sql, List.of());
            session.commit();
        }
    }

    @Test
    void typesAreFoundOut() throws IOException {
        Path file = csv("""
                i,big,dec,f,d,m,t,flag,plz,text,empty
                1,5000000000,1.50,1e3,2024-02-29,2024-01-01 10:00:00,10:30,true,01234,"a, ""b\"\"",
                -2,7,22.125,2.5,2024-03-01,2024-01-02T11:30:00.5,11:00:05,False,99999,x,
                """);
        assertThat(columns(file).stream().map(column -> column.name() + " " + column.type()))
                .containsExactly(
                        "i int",
                        "big bigint",
                        "dec decimal(18,3)",
                        "f float",
                        "d date",
                        "m datetime2(6)",
                        "t time(6)",
                        "flag bit",
                        "plz nvarchar(100)",
                        "text nvarchar(100)",
                        "empty nvarchar(100)");
        assertThat(load(file, TableImport.Mode.CREATE)).isEqualTo(2);
        assertThat(rows("SELECT i, big, dec, f, d, m, t, flag, plz, text FROM dbo.T ORDER BY i DESC"))
                .containsExactly(
                        "[1, 5000000000, 1.500, 1000.0, 2024-02-29, 2024-01-01T10:00, 10:30, 1, 01234, a, \"b\"]",
                        "[-2, 7, 22.125, 2.5, 2024-03-01, 2024-01-02T11:30:00.500, 11:00:05, 0, 99999, x]");
    }

    @Test
    void numbersAsProgramsWriteFloatsAreFloats() throws IOException {
        Path file = csv("""
                seventh,ratio,zip
                0.14285714285714285,1234567890123456789012345678901.5,007.5
                0.5,2,007.6
                1,1e-7,01.5
                """);
        assertThat(columns(file).stream().map(column -> column.name() + " " + column.type()))
                .containsExactly("seventh float", "ratio float", "zip nvarchar(100)");
        load(file, TableImport.Mode.CREATE);
        assertThat(rows("SELECT SUM(seventh) FROM dbo.T")).containsExactly("[" + (1 / 7.0 + 0.5 + 1) + "]");
    }

    @Test
    void numbersAndDaysOfAGermanSpreadsheetAreReadAsItWritesThem() throws IOException {
        Path file = csv("""
                Name;Preis;Menge;Datum;Um;Artikel
                Äpfel;9,99;1.000;05.01.2026;05.01.2026 08:30;1.234
                Birnen;1.120,00;3;6.2.2026;06.02.2026 17:00:05;A-7
                """);

        assertThat(columns(file).stream().map(column -> column.name() + " " + column.type()))
                .containsExactly(
                        "Name nvarchar(100)",
                        "Preis decimal(18,2)",
                        "Menge int",
                        "Datum date",
                        "Um datetime2(6)",
                        "Artikel nvarchar(100)");
        assertThat(load(file, TableImport.Mode.CREATE)).isEqualTo(2);
        assertThat(rows("SELECT Name, Preis, Menge, Datum, Um, Artikel FROM dbo.T ORDER BY Menge"))
                .containsExactly(
                        "[Birnen, 1120.00, 3, 2026-02-06, 2026-02-06T17:00:05, A-7]",
                        "[Äpfel, 9.99, 1000, 2026-01-05, 2026-01-05T08:30, 1.234]");
    }

    @Test
    void pointsOfFractionsAreNoThousandsWhateverSeparatesTheFields() throws IOException {
        assertThat(columns(csv("a;b\n1.25;1,5\n3.000;2,5\n")).stream()
                        .map(column -> column.name() + " " + column.type()))
                .containsExactly("a decimal(18,3)", "b nvarchar(100)");
        assertThat(columns(csv("a,b\n1.000,2\n")).stream().map(column -> column.name() + " " + column.type()))
                .containsExactly("a decimal(18,3)", "b int");
    }

    @Test
    void encodingAndDelimiterAreFoundOut() throws IOException {
        String text = "Straße;Größe\r\n\"Müller; Söhne\";1\r\n";
        for (Charset encoding :
                List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16)) {
            load(file("t.csv", text, encoding), TableImport.Mode.REPLACE);
            assertThat(rows("SELECT [Straße], [Größe] FROM dbo.T")).containsExactly("[Müller; Söhne, 1]");
        }
    }

    @Test
    void theFirstLetterThatTellsTheEncodingMayStandAtTheEnd() throws IOException {
        String rows = IntStream.range(0, 60_000).mapToObj(i -> i + ";x\n").collect(Collectors.joining());
        for (Charset encoding : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            load(file("t.csv", "a;b\n" + rows + "1;Größe\n", encoding), TableImport.Mode.REPLACE);
            assertThat(rows("SELECT b FROM dbo.T WHERE b <> 'x'")).containsExactly("[Größe]");
        }
    }

    @Test
    void aBadRowLeavesNothing() throws IOException {
        assertThatThrownBy(() -> load(csv("a,b\n1,2\n3\n"), TableImport.Mode.CREATE))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Line 3 has 1 field, but there are 2 columns.");
        String rows = IntStream.range(0, ImportPreview.LOOKED_AT + 5)
                .mapToObj(i -> i + ",x\n")
                .collect(Collectors.joining());
        Path late = csv("a,b\n" + rows + "not a number,x\n");
        assertThatThrownBy(() -> load(late, TableImport.Mode.CREATE))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("At line 20007, the value 'not a number' of the column 'a' is no int.");
        assertThat(rows("SELECT name FROM sys.tables")).isEmpty();
        TableImport asText = new TableImport(
                late,
                FileFormat.CSV,
                CsvOptions.AUTOMATIC,
                "dbo.T",
                columns(late).stream()
                        .map(column -> column.as(SqlType.nvarchar(20)))
                        .toList(),
                TableImport.Mode.CREATE);
        assertThat(asText.run(database, count -> {}, () -> true))
                .as("cancelled")
                .isEqualTo(-1);
        assertThat(rows("SELECT name FROM sys.tables")).isEmpty();
        assertThat(asText.run(database, count -> {}, () -> false)).isEqualTo(20_006);
    }

    @Test
    void aWrongEncodingIsNoSilentGarbage() throws IOException {
        Path file = file("t.csv", "a\nö\n", Charset.forName("windows-1252"));
        CsvOptions utf8 = new CsvOptions(StandardCharsets.UTF_8, null, true);
        assertThatThrownBy(() -> ImportPreview.of(file, FileFormat.CSV, utf8, true))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void threeHundredColumnsAndDoubleNamesAreTaken() throws IOException {
        String header =
                IntStream.range(0, 300).mapToObj(i -> i % 2 == 0 ? "c" : "").collect(Collectors.joining(","));
        String row = IntStream.range(0, 300).mapToObj(String::valueOf).collect(Collectors.joining(","));
        load(csv(header + "\n" + row + "\n"), TableImport.Mode.CREATE);
        assertThat(rows("SELECT c, c_2, Column2, Column300 FROM dbo.T")).containsExactly("[0, 2, 1, 299]");
    }

    @Test
    void appendingKeepsDefaultsAndConstraints() throws IOException {
        run("CREATE TABLE dbo.T (Id INT IDENTITY(10,5) PRIMARY KEY, a INT CHECK (a > 0), n NVARCHAR(5) DEFAULT 'new')");
        assertThat(load(csv("a\n1\n2\n"), TableImport.Mode.APPEND)).isEqualTo(2);
        assertThat(rows("SELECT Id, a, n FROM dbo.T")).containsExactly("[10, 1, new]", "[15, 2, new]");
        assertThatThrownBy(() -> load(csv("a\n3\n-4\n"), TableImport.Mode.APPEND))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CHECK");
        assertThat(rows("SELECT COUNT(*) FROM dbo.T")).containsExactly("[2]");
    }

    @Test
    void jsonLinesTakeTheKeysOfAllRows() throws IOException {
        Path file =
                file("t.jsonl", "{\"a\":1,\"b\":\"x\"}\n{\"a\":2.5,\"c\":[1,{\"d\":null}]}\n", StandardCharsets.UTF_8);
        load(file, TableImport.Mode.CREATE);
        assertThat(rows("SELECT a, b, c FROM dbo.T"))
                .containsExactly("[1.0, x, null]", "[2.5, null, [1,{\"d\":null}]]");
        Path broken = file("u.jsonl", "{\"a\":1}\n{\"a\":\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> columns(broken))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("not valid JSON");
    }

    @Test
    void parquetAndScriptsGiveBackWhatWasExported() throws IOException {
        run("""
                CREATE TABLE dbo.S (i INT, b BIGINT, d DECIMAL(10,2), f FLOAT, t NVARCHAR(20), day DATE, m DATETIME2(6),
                  h TIME(6), ok BIT, bin VARBINARY(4));
                INSERT INTO dbo.S VALUES (1, 5000000000, 1.25, 0.1, N'it''s ☃', '1969-12-31', '1969-12-31 23:59:59.5',
                  '10:11:12', 1, 0x00FF), (NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
                """);
        List<String> before = rows("SELECT i, b, d, f, t, day, m, h, ok FROM dbo.S");
        Path parquet = folder.resolve("s.parquet");
        assertThat(export("SELECT * FROM dbo.S", TableExport.Target.PARQUET, parquet))
                .isEqualTo(2);
        load(parquet, TableImport.Mode.CREATE);
        assertThat(rows("SELECT i, b, CAST(d AS DECIMAL(10,2)), f, t, day, m, h, ok FROM dbo.T"))
                .isEqualTo(before);
        Path script = folder.resolve("s.sql");
        export("SELECT * FROM dbo.S", TableExport.Target.SCRIPT, script);
        run("DROP TABLE dbo.T");
        assertThat(SqlScript.run(script, database)).isEqualTo(2);
        assertThat(rows("SELECT i, b, d, f, t, day, m, h, ok FROM dbo.T")).isEqualTo(before);
    }

    private long export(String query, TableExport.Target target, Path file) throws IOException {
        return TableExport.run(database, query, "dbo.T", target, file, count -> {}, () -> false);
    }

    @Test
    void csvIsQuotedAndComesBack() throws IOException {
        Path out = folder.resolve("out.csv");
        export("SELECT 1 AS a, N'x, \"y\"' AS b, NULL AS c", TableExport.Target.CSV, out);
        assertThat(Files.readString(out)).isEqualToNormalizingNewlines("a,b,c\n1,\"x, \"\"y\"\"\",\n");
        assertThatThrownBy(() -> export("SELECT * FROM dbo.Nope", TableExport.Target.CSV, out))
                .isInstanceOf(IOException.class)
                .hasMessage("Invalid object name 'dbo.Nope'.");
        assertThat(Files.readString(out)).as("kept").startsWith("a,b,c");
    }

    @Test
    void aFailingScriptLeavesNothing() throws IOException {
        Path script = file(
                "s.sql", "CREATE TABLE dbo.T (a INT)\nGO\nINSERT INTO dbo.Nope VALUES (1)\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> SqlScript.run(script, database))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("Batch 2 of s.sql failed");
        assertThat(rows("SELECT name FROM sys.tables")).isEmpty();
    }

    @Test
    void workbooksOfExcelAreRead() throws IOException {
        Path file = folder.resolve("t.xlsx");
        try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Orders");
            String[] header = {"Id", "Customer", "Total", "Day", "Paid", "Moment"};
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, 1);
            sheet.value(1, 1, "Müller & Söhne");
            sheet.value(1, 2, 12.5);
            sheet.value(1, 3, LocalDate.of(2024, 2, 29));
            sheet.style(1, 3).format("yyyy-mm-dd").set();
            sheet.value(1, 4, true);
            sheet.value(1, 5, LocalDateTime.of(2024, 2, 29, 13, 30));
            sheet.style(1, 5).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 0, 2);
            sheet.value(2, 2, 7);
        }
        assertThat(columns(file).stream().map(column -> column.name() + " " + column.type()))
                .containsExactly(
                        "Id int",
                        "Customer nvarchar(100)",
                        "Total float",
                        "Day date",
                        "Paid bit",
                        "Moment datetime2(6)");
        assertThat(load(file, TableImport.Mode.CREATE)).isEqualTo(2);
        assertThat(rows("SELECT Id, Customer, Total, Day, Paid, Moment FROM dbo.T ORDER BY Id"))
                .containsExactly(
                        "[1, Müller & Söhne, 12.5, 2024-02-29, 1, 2024-02-29T13:30]",
                        "[2, null, 7.0, null, null, null]");
    }

    @Test
    void aReplacementThatIsCancelledKeepsTheOldTable() throws IOException {
        load(csv("a\n1\n"), TableImport.Mode.CREATE);
        Path many = csv("a\n" + "2\n".repeat(100_000));
        List<Long> told = new ArrayList<>();
        TableImport replacement = new TableImport(
                many, FileFormat.CSV, CsvOptions.AUTOMATIC, "dbo.T", columns(many), TableImport.Mode.REPLACE);
        assertThat(replacement.run(database, told::add, () -> told.size() == 3)).isEqualTo(-1);
        assertThat(told).hasSize(3).isSorted();
        assertThat(rows("SELECT a FROM dbo.T")).containsExactly("[1]");
    }

    @Test
    void valuesAreStoredAsTheirTypesWriteThem() throws IOException {
        load(csv("""
                d,n
                2024-02-29,1.5
                2024-01-31,-0.00
                0001-01-01,12
                2024-12-01,-3.25
                """), TableImport.Mode.CREATE);
        assertThat(rows("SELECT d, n FROM dbo.T"))
                .containsExactly(
                        "[2024-02-29, 1.50]", "[2024-01-31, 0.00]", "[0001-01-01, 12.00]", "[2024-12-01, -3.25]");
        assertThat(rows("SELECT COUNT(*) FROM dbo.T WHERE n = 1.5 OR n = 0 OR n = 12 OR n = -3.25"))
                .containsExactly("[4]");
        for (String wrong : List.of("2024-02-30", "2023-02-29", "2024-13-01", "2024-1-1", "20240101xx")) {
            Path file = csv("d\n2024-01-01\n" + wrong + "\n");
            TableImport dates = new TableImport(
                    file,
                    FileFormat.CSV,
                    CsvOptions.AUTOMATIC,
                    "dbo.U",
                    List.of(new ImportColumn("d", SqlType.DATE)),
                    TableImport.Mode.CREATE);
            assertThatThrownBy(() -> dates.run(database, count -> {}, () -> false))
                    .as(wrong)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("the value '" + wrong + "' of the column 'd' is no date");
        }
    }

    @Test
    void filesOfNoSuchFormatAreRefusedInPlainWords() throws IOException {
        for (String name : List.of("t.xlsx", "t.parquet")) {
            Path file = file(name, "this is text", StandardCharsets.UTF_8);
            assertThatThrownBy(() -> columns(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("is no")
                    .hasMessageContaining("or is damaged");
        }
        assertThatThrownBy(() -> columns(csv(""))).hasMessage("The file is empty.");
    }
}
