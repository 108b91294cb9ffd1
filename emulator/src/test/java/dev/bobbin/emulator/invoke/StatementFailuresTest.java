package dev.bobbin.emulator.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.PlainError;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to do about statements that a database refuses, by functions in a real engine. */
@Timeout(180)
class StatementFailuresTest {

    private static final String SOURCE = """
            import fabric.functions as fn
            import pyodbc

            udf = fn.UserDataFunctions()


            @udf.connection(argName="db", alias="Stock")
            @udf.connection(argName="empty", alias="Fresh")
            @udf.function()
            def ask(db: fn.FabricSqlConnection, empty: fn.FabricSqlConnection, sql: str, fresh: bool = False) -> list:
                with (empty if fresh else db).connect() as connection:
                    return [[str(value) for value in row] for row in connection.cursor().execute(sql).fetchall()]


            @udf.connection(argName="db", alias="Stcok")
            @udf.function()
            def misspelt(db: fn.FabricSqlConnection) -> list:
                return db.connect().cursor().execute("SELECT * FROM dbo.Products").fetchall()


            @udf.connection(argName="db", alias="Stock")
            @udf.function()
            def fails_later(db: fn.FabricSqlConnection) -> int:
                try:
                    db.connect().cursor().execute("SELECT * FROM dbo.Movement")
                except pyodbc.Error:
                    return {}["total"]
            """;

    private static final String DEFINITION = """
            {"runtime": "PYTHON",
             "connectedDataSources": [
               {"alias": "Stock", "artifactType": "SqlDbNative", "artifactId": "174dfedd-6b2d-5d67-9f77-15e94270f76b",
                "workspaceId": "00000000-0000-0000-0000-000000000000"},
               {"alias": "Fresh", "artifactType": "SqlDbNative", "artifactId": "274dfedd-6b2d-5d67-9f77-15e94270f76b",
                "workspaceId": "00000000-0000-0000-0000-000000000000"}],
             "functions": [{"name": "ask", "isPublicEndpointEnabled": true}]}
            """;

    @TempDir
    static Path folder;

    private static FunctionEngine engine;
    private static ItemFolder item;

    @BeforeAll
    static void makeItem() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Asking.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), SOURCE);
        Files.writeString(root.resolve("definition.json"), DEFINITION);
        item = ItemReader.read(root);
        Path seed = Files.createDirectories(Workspace.of(item).standIns().resolve("Stock.sqldb"));
        Files.writeString(seed.resolve("seed.sql"), """
                CREATE TABLE dbo.Movements (Id INT NOT NULL PRIMARY KEY, Sold BIT, At DATETIME2);
                CREATE TABLE dbo.Products (Id INT NOT NULL PRIMARY KEY, Name NVARCHAR(20));
                """);
        engine = QuickEngine.start();
    }

    @AfterAll
    static void closeEngine() {
        engine.close();
    }

    @Test
    void aTableThatIsNotThereIsToldFromADatabaseWithoutTables() {
        PlainError misspelt = failure("ask", "{\"sql\": \"SELECT * FROM dbo.Movement\"}");
        PlainError nothing = failure("ask", "{\"sql\": \"SELECT * FROM dbo.Movement\", \"fresh\": true}");

        assertThat(misspelt.todo()).contains("Stock has no table", "dbo.Movements, dbo.Products.");
        assertThat(nothing.todo()).contains("Fresh has no tables yet");
        assertThat(failure("misspelt", "{}").todo()).contains("Stcok has no tables", "likely Stock is meant");
        assertThat(failure("fails_later", "{}").id()).isEqualTo("exception.KeyError");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM dbo.Movements LIMIT 5 | TOP (5)",
                "SELECT * FROM dbo.Movements WHERE Id == 1 | writes: =",
                "SELECT now() | SYSUTCDATETIME()",
                "SELECT `Name` FROM dbo.Products | [Name]",
                "SELECT ifnull(Name, 1) FROM dbo.Products | ISNULL",
                "SELECT * FROM dbo.Movements WHERE Sold = true | 1 / 0",
                "SELECT substr(Name, 1, 2) FROM dbo.Products | SUBSTRING",
                "CREATE TABLE IF NOT EXISTS dbo.T (Id INT) | OBJECT_ID"
            })
    void wordsOfOtherDatabasesAreToldInTsql(String sql, String instead) {
        assertThat(failure("ask", "{\"sql\": \"" + sql + "\"}").todo()).contains(instead);
    }

    @Test
    void whatIsInQuotesIsNoWordOfAnotherDatabase() {
        assertThat(failure("ask", "{\"sql\": \"SELECT 'LIMIT 5 ==' FORM dbo.Products WHERE\"}")
                        .id())
                .isEqualTo("database.syntax");
    }

    private static PlainError failure(String function, String body) {
        return FailingCalls.of(engine, item, function, body);
    }
}
