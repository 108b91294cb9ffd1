package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.standin.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data that is kept for the examples of an item: they find it whatever becomes of the data they were approved with. */
class ExampleDataCommandTest {

    @TempDir
    Path workspace;

    private Path item;
    private Path kept;

    @BeforeEach
    void writeItem() throws IOException {
        item = Files.createDirectories(workspace.resolve("Shop.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(argName="db", alias="Db")
                @udf.function()
                def count(db: fn.FabricSqlConnection) -> int:
                    cursor = db.connect().cursor()
                    return cursor.execute("SELECT COUNT(*) FROM dbo.Sale").fetchone()[0]

                @udf.generic_connection(argName="vault", audienceType="KeyVault")
                @udf.function()
                def second(vault: fn.FabricItem) -> str:
                    return ""
                """);
        Path own = workspace.resolve(".bobbin/items/Shop.UserDataFunction");
        kept = own.resolve("example-data/Db");
        Files.createDirectories(own.resolve("examples"));
        Files.writeString(own.resolve("examples/two.json"), """
                {"function": "count", "input": {}, "expect": {"status": "Succeeded", "output": 2}}""");
    }

    private int sql(String statement) {
        return Main.execute("sql", item.toString(), "Db", statement);
    }

    private int keep(String alias, String... more) {
        String[] arguments = {"data", "export", item.toString(), alias, "--for-examples"};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return Main.execute(all);
    }

    @Test
    void examplesBeginWithItHereAndInAClone() throws IOException {
        sql("CREATE TABLE dbo.Sale (Id INT); INSERT INTO dbo.Sale VALUES (1), (2)");
        assertThat(keep("Db")).isZero();
        sql("INSERT INTO dbo.Sale VALUES (3)");

        assertThat(Main.execute(QuickEngine.with("test", item.toString()))).isZero();

        FolderCopy.delete(workspace.resolve(".bobbin/standins"));
        assertThat(Main.execute(QuickEngine.with("test", item.toString()))).isZero();
        assertThat(workspace.resolve(".bobbin/standins/Db.sqldb")).doesNotExist();
    }

    @Test
    void keepingAgainReplacesIt() throws IOException {
        sql("CREATE TABLE dbo.Old (Id INT)");
        assertThat(keep("Db")).isZero();
        sql("DROP TABLE dbo.Old; CREATE TABLE dbo.Sale (Id INT); INSERT INTO dbo.Sale VALUES (1), (2)");
        assertThat(keep("Db")).isZero();

        assertThat(Main.execute(QuickEngine.with("test", item.toString()))).isZero();
        try (var files = Files.list(kept.getParent())) {
            assertThat(files).containsExactly(kept);
        }
    }

    @Test
    void secretsAndPartsAreNotKept() {
        assertThat(keep("vault")).isEqualTo(2);
        assertThat(keep("Db", "--table", "dbo.Sale")).isEqualTo(2);
        assertThat(Main.execute("data", "export", item.toString(), "Db", "out", "--for-examples"))
                .isEqualTo(2);
        assertThat(kept.getParent()).doesNotExist();
    }
}
