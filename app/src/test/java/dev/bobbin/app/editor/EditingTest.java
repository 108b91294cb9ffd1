package dev.bobbin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.suggest.Suggestion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Brackets, comments, suggestions and places of lines. */
class EditingTest {

    private static final String SCRIPT = """
            import datetime
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.connection(argName="warehouse", alias="Sales")
            @udf.function()
            def order(warehouse: fn.FabricSqlConnection, customer: str) -> str:
                return\s
            """;

    @Test
    void bracketsFindTheirPartnerAndThoseInTextsAreNone() {
        String text = "f(\")\", [1, (2)])";
        assertThat(beside(text, 1)).contains(new Brackets.Pair(1, 15));
        assertThat(beside(text, 16)).contains(new Brackets.Pair(15, 1));
        assertThat(beside(text, 4)).isEmpty();
        assertThat(beside("f(", 2)).contains(new Brackets.Pair(1, -1));
        assertThat(beside("f(]", 2)).contains(new Brackets.Pair(1, -1));
    }

    @Test
    void commentsComeAtTheCommonIndentationAndGoAgain() {
        List<String> lines = List.of("    if x:", "", "        y()");
        List<String> commented = Comments.toggle(lines);
        assertThat(commented).containsExactly("    # if x:", "", "    #     y()");
        assertThat(Comments.toggle(commented)).isEqualTo(lines);
        assertThat(Comments.toggle(List.of("#x", "y"))).containsExactly("# #x", "# y");
    }

    @Test
    void afterADotTheMembersOfThePlaceAreOffered() {
        assertThat(words("fn.Fabric", "udf = fn.")).contains("FabricSqlConnection", "FabricLakehouseClient");
        assertThat(at(SCRIPT.replace("return ", "return warehouse."), "warehouse.\n"))
                .contains("connect()");
        assertThat(at(SCRIPT.replace("@udf.function()", "@udf.\n@udf.function()"), "@udf.\n"))
                .contains("function()");
    }

    @Test
    void insideAFunctionItsParametersComeFirst() {
        assertThat(at(SCRIPT.replace("return ", "return cust"), "return cust\n").getFirst())
                .isEqualTo("customer");
    }

    @Test
    void connectionsAndModulesAreOfferedWhereTheyAreWanted() {
        String alias = SCRIPT.replace("alias=\"Sales\"", "alias=\"");
        assertThat(at(alias, "alias=\"")).containsExactly("Lake", "Sales");
        assertThat(at(SCRIPT.replace("argName=\"warehouse\"", "argName=\""), "argName=\""))
                .containsExactly("warehouse", "customer");
        assertThat(at("import js", "import js")).contains("json");
    }

    @Test
    void pythonsOwnModulesAndTypesOfferWhatTheyHave() {
        assertThat(words("datetime.", "x = datetime.")).contains("timedelta", "datetime", "MAXYEAR");
        assertThat(at(SCRIPT.replace("return ", "return customer.upp"), "customer.upp\n"))
                .startsWith("upper()");
        assertThat(at("from json import du", "import du")).containsExactly("dump", "dumps");
        assertThat(at("import json as j\nj.lo", "\nj.lo")).containsExactly("load()", "loads()");
        assertThat(at("with db.connect() as c:\n    cur = c.cursor()\n    cur.fetch", "cur.fetch"))
                .startsWith("fetchall()");
    }

    @Test
    void nothingIsOfferedInsideATextThatIsNoSql() {
        assertThat(at("x = 'pri", "'pri")).isEmpty();
    }

    @Test
    void aPlaceBeyondTheTextIsItsEnd() {
        assertThat(Places.suggestions(Places.at("pri", 99))).contains("print");
    }

    @Test
    void offsetsAreFoundInTheirLines() {
        String text = "a\n  b \n";
        LineIndex lines = LineIndex.of(text);
        assertThat(lines.count()).isEqualTo(3);
        assertThat(lines.lineOf(2)).isEqualTo(2);
        assertThat(lines.firstInk(text, 2)).isEqualTo(4);
        assertThat(lines.endOf(text, 2)).isEqualTo(5);
    }

    private static List<String> words(String instead, String of) {
        String text = SCRIPT.replace("udf = fn.UserDataFunctions()", "udf = fn.UserDataFunctions()\nx = " + instead);
        return at(text, instead);
    }

    private static List<String> at(String text, String after) {
        int caret = text.indexOf(after) + after.stripTrailing().length();
        return Places.suggestions(Places.at(text, caret));
    }

    private static Optional<Brackets.Pair> beside(String text, int caret) {
        return Brackets.beside(text, caret, PythonLexer.tokens(text));
    }

    /** Lists that come unasked never turn a finished word and Enter into another word. */
    @ParameterizedTest
    @CsvSource({"st, storeId", "js, json", "pas, pass", "s, ''", "pass, ''", "store, ''", "'# st', ''", "'\"st', ''"})
    void aNameThatIsHardlyBegunOrWholeIsNotCompletedUnasked(String begun, String offered) {
        String script = "import json\ndef f(storeId, store):\n    x = 1\n    " + begun + "|\n";
        List<String> suggestions = ScriptCompletion.ofName(Places.marked(script, Map.of())).suggestions().stream()
                .map(Suggestion::words)
                .toList();
        if (offered.isEmpty()) {
            assertThat(suggestions).isEmpty();
        } else {
            assertThat(suggestions).contains(offered).allMatch(words -> words.startsWith(begun));
        }
    }
}
