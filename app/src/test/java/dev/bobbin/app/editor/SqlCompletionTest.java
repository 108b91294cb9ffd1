package dev.bobbin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.suggest.Suggestion;
import dev.bobbin.app.workspace.TableShape;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Suggestions inside SQL strings. */
class SqlCompletionTest {

    private static final Map<String, List<TableShape>> TABLES = Map.of(
            "Sales",
                    List.of(
                            table("dbo", "Orders", "OrderId", "CustomerId", "Total"),
                            table("dbo", "Customers", "CustomerId", "Name"),
                            table("stage", "Order Lines", "Order Id", "Quantity")),
            "Lake", List.of(table("dbo", "Weather", "Day", "Rain")));

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="db", alias="Sales")
            @udf.function()
            def orders(db: fn.FabricSqlConnection) -> list:
                cursor = db.connect().cursor()
                cursor.execute(%s)
                return cursor.fetchall()
            """;

    @Test
    void whereATableIsWantedTheTablesOfTheFunctionsConnectionComeFirst() {
        assertThat(sql("\"SELECT * FROM |\"").subList(0, 3))
                .containsExactly("dbo.Orders", "dbo.Customers", "stage.[Order Lines]");
        assertThat(sql("\"SELECT * FROM ord|\"")).contains("dbo.Orders").doesNotContain("dbo.Weather");
        assertThat(sql("\"SELECT * FROM dbo.|\"")).containsExactly("Orders", "Customers");
        assertThat(sql("\"DELETE FROM stage.|\"")).containsExactly("[Order Lines]");
    }

    @Test
    void columnsAreThoseOfTheTablesTheStatementNames() {
        assertThat(sql("\"SELECT | FROM dbo.Customers\"").subList(0, 2)).containsExactly("CustomerId", "Name");
        assertThat(sql("\"SELECT Na| FROM Customers\"").getFirst()).isEqualTo("Name");
        assertThat(sql("\"INSERT INTO dbo.Orders (|) VALUES (?)\"").subList(0, 3))
                .containsExactly("OrderId", "CustomerId", "Total");
        assertThat(sql("\"SELECT | FROM stage.[Order Lines]\"").getFirst()).isEqualTo("[Order Id]");
    }

    @Test
    void beforeThereIsAFromTheColumnsOfAllTablesAreOffered() {
        assertThat(sql("\"SELECT Qu|\"").getFirst()).isEqualTo("Quantity");
        assertThat(sql("\"SELECT To|\"").getFirst()).isEqualTo("Total");
        assertThat(sql("\"|\"").getFirst()).as("a statement begins with a verb").isEqualTo("SELECT");
    }

    @Test
    void aShortNameStandsForItsTable() {
        assertThat(sql("\"SELECT o.| FROM dbo.Orders AS o JOIN dbo.Customers c ON c.CustomerId = o.CustomerId\""))
                .containsExactly("OrderId", "CustomerId", "Total");
        assertThat(sql("\"\"\"SELECT c.|\n  FROM dbo.Orders o\n  JOIN dbo.Customers c ON 1 = 1\"\"\""))
                .containsExactly("CustomerId", "Name");
        assertThat(sql("\"SELECT * FROM dbo.Orders WHERE Orders.|\"")).contains("Total");
    }

    @Test
    void aTextThatBeginsLikeNoStatementIsNotSqlUnlessItIsExecuted() {
        assertThat(sql("\"sel|\"")).contains("SELECT");
        assertThat(Places.suggestions(Places.marked("x = 'from |'", TABLES))).isEmpty();
        assertThat(Places.suggestions(Places.marked("query = f'select * from |'", TABLES)))
                .contains("dbo.Orders", "dbo.Weather");
    }

    @Test
    void theListEndsWithItsString() {
        assertThat(Places.suggestions(Places.marked("q = 'SELECT 1'\npri|", TABLES)))
                .contains("print");
        assertThat(Places.suggestions(Places.marked("q = 'SELECT 1'|", TABLES))).doesNotContain("FROM");
    }

    @Test
    void hoveringTellsAboutTablesAndColumns() {
        assertThat(Explanation.of(Places.marked(SCRIPT.formatted("\"SELECT 1 FROM dbo.Orders|\""), TABLES)))
                .contains("dbo.Orders: OrderId, CustomerId, Total");
        assertThat(Explanation.of(Places.marked(SCRIPT.formatted("\"SELECT CustomerId| FROM dbo.Orders\""), TABLES)))
                .contains(
                        "CustomerId: decimal(9,0), column of dbo.Orders\nCustomerId: decimal(9,0), column of dbo.Customers");
    }

    @Test
    void aColumnIsOfferedWithItsTypeAndItsTable() {
        assertThat(ScriptCompletion.at(Places.marked(SCRIPT.formatted("\"SELECT c.| FROM dbo.Customers c\""), TABLES))
                        .suggestions())
                .containsExactly(
                        new Suggestion("CustomerId", "decimal(9,0) · Customers"),
                        new Suggestion("Name", "decimal(9,0) · Customers"));
    }

    private static TableShape table(String schema, String name, String... columns) {
        return new TableShape(
                schema,
                name,
                Stream.of(columns)
                        .map(column -> new TableShape.Column(column, "decimal(9,0)"))
                        .toList());
    }

    private static List<String> sql(String literal) {
        return Places.suggestions(Places.marked(SCRIPT.formatted(literal), TABLES));
    }
}
