package dev.bobbin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.TableShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** What is said about names, and where they come from. */
class ExplanationTest {

    private static final String SCRIPT = """
            import datetime
            import json
            import fabric.functions as fn

            udf = fn.UserDataFunctions()
            RATE = 0.19

            class Basket:
                def total(self):
                    return 0

            @udf.function()
            def price(net: float, times: int = 2) -> float:
                \"""The gross price.\"""
                text = "class Wrong:"
                for part in [net]:
                    with open("x") as file:
                        pass
                return net * RATE * times + json.loads("1") + price(1) + Basket().total()
            """;

    @Test
    void functionsParametersAndPythonsNamesAreExplained() {
        assertThat(explained("price(1)", 5)).contains("price(net: float, times: int = 2) -> float\nThe gross price.");
        assertThat(explained("times + ", 5)).contains("times: int = 2");
        assertThat(explained("json.loads", 10).orElseThrow())
                .startsWith("json.loads")
                .contains("Deserialize");
        assertThat(explained("open(", 4).orElseThrow()).startsWith("open");
        assertThat(explained("UserDataFunctions()", 17).orElseThrow()).contains("exactly one");
        assertThat(explained("Basket()", 6)).contains("class Basket");
        assertThat(explained("Wrong", 5)).isEmpty();
    }

    @Test
    void membersOfConnectionsAndColumnsInSqlAreExplained() {
        String script = """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()
                @udf.connection(argName="db", alias="Sales")
                @udf.function()
                def stock(db: fn.FabricSqlConnection, store: int) -> list:
                    connection = db.connect()
                    cursor = connection.cursor()
                    cursor.execute("SELECT p.Price FROM dbo.Products AS p")
                    db.execute("x")
                    return cursor.fetchall()
                """;
        TableShape products =
                new TableShape("dbo", "Products", List.of(new TableShape.Column("Price", "DECIMAL(9,2)")));
        BiFunction<String, Integer, Optional<String>> about = (where, offset) -> Explanation.of(
                Places.at(script, script.lastIndexOf(where) + offset, Map.of("Sales", List.of(products))));

        assertThat(about.apply("db.connect", 10))
                .hasValueSatisfying(words -> assertThat(words).contains("cursor()"));
        assertThat(about.apply("connection.cursor", 17)).isPresent();
        assertThat(about.apply("cursor.execute", 14))
                .hasValueSatisfying(words -> assertThat(words).contains("?"));
        assertThat(about.apply("cursor.fetchall", 15)).isPresent();
        assertThat(about.apply("db.execute", 10)).as("no member of that class").isEmpty();
        assertThat(about.apply("connection = db", 10))
                .as("a variable, not the decorator")
                .isEmpty();
        assertThat(about.apply("p.Price", 7)).contains("Price: DECIMAL(9,2), column of dbo.Products");
        assertThat(about.apply("stock(", 5)).contains("stock(db: fn.FabricSqlConnection, store: int) -> list");
    }

    @Test
    void namesLeadToWhereTheyComeFrom() {
        assertThat(definition("price(1)", 5)).hasValue(13);
        assertThat(definition("Basket().", 6)).hasValue(8);
        assertThat(definition("total()", 5)).hasValue(9);
        assertThat(definition("RATE * times", 4)).hasValue(6);
        assertThat(definition("times + json", 5)).hasValue(13);
        assertThat(definition("json.loads", 4)).hasValue(2);
        assertThat(definition("part in", 4)).hasValue(16);
        assertThat(definition("file:", 4)).hasValue(17);
        assertThat(definition("0.19", 4)).isEmpty();
    }

    @Test
    void theOutlineListsEveryFunctionAndClassWithItsDepth() {
        assertThat(Symbol.of(SCRIPT, Places.at(SCRIPT, 0).tokens()))
                .containsExactly(new Symbol("Basket", 8, 0), new Symbol("total", 9, 1), new Symbol("price", 13, 0));
    }

    private static Optional<String> explained(String where, int offset) {
        return Explanation.of(Places.at(SCRIPT, SCRIPT.lastIndexOf(where) + offset, Map.of()));
    }

    private static OptionalInt definition(String where, int offset) {
        Surroundings end = Places.at(SCRIPT, SCRIPT.lastIndexOf(where) + offset);
        return Symbol.lineOf(end.begun(), end);
    }
}
