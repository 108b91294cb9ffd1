package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program that fills the disk its first argument lies on, and tells what becomes of a stand-in there. */
final class FullDisk {

    private static final String FULL = "the disk that holds the stand-in is full";

    private FullDisk() {}

    public static void main(String[] arguments) throws IOException {
        Path other = Path.of(arguments[0]).resolve("other");
        Files.write(other, new byte[512 * 1024]);
        SqlDatabase database = SqlDatabase.open(Path.of(arguments[0]).resolve("data.db"), SqlKind.SQL_DATABASE);
        try (SqlSession session = database.connect(new StatementLog(), "run")) {
            session.execute("CREATE TABLE dbo.T (Id INT, Note NVARCHAR(MAX))", List.of());
            session.execute("INSERT INTO dbo.T SELECT value, N'' FROM GENERATE_SERIES(1, 10)", List.of());
            session.commit();
            try {
                while (true) {
                    session.execute(
                            "INSERT INTO dbo.T VALUES (0, REPLICATE(CAST(N'x' AS NVARCHAR(MAX)), 50000))", List.of());
                }
            } catch (SqlError e) {
                System.out.println(e.number() + " " + (e.text().contains(FULL) ? FULL : e.text()));
            }
            session.rollback();
            System.out.println("rows after the rollback: " + value(session, "SELECT COUNT(*) FROM dbo.T"));
            Path csv = Path.of(arguments[1]).resolve("large.csv");
            Files.writeString(csv, "a,b\n" + ("1," + "y".repeat(100) + "\n").repeat(50_000));
            try {
                new TableImport(
                                csv,
                                FileFormat.CSV,
                                CsvOptions.AUTOMATIC,
                                "dbo.Imported",
                                ImportPreview.of(csv, FileFormat.CSV, CsvOptions.AUTOMATIC, true)
                                        .columns(),
                                TableImport.Mode.CREATE)
                        .run(database, count -> {}, () -> false);
            } catch (IOException e) {
                System.out.println(
                        "import: " + (String.valueOf(e.getMessage()).contains(FULL) ? FULL : e.getMessage()));
            }
            System.out.println(
                    "tables after the import: " + value(session, "SELECT STRING_AGG(name, ',') FROM sys.tables"));
            Files.delete(other);
            session.execute("INSERT INTO dbo.T VALUES (11, N'')", List.of());
            session.commit();
            System.out.println("rows when there is room again: " + value(session, "SELECT COUNT(*) FROM dbo.T"));
        }
    }

    private static Object value(SqlSession session, String query) {
        return ((SqlResult.Rows) session.execute(query, List.of()).getFirst())
                .rows()
                .next(1)
                .getFirst()
                .getFirst();
    }
}
