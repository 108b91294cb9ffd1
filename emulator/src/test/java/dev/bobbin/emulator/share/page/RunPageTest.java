package dev.bobbin.emulator.share.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.EngineFault;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A run's page reads as the window does: inputs and results in tables, the function before the script, changes in words. */
class RunPageTest {

    private static final String CODE = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()


            def helper():
                return "not the function"


            @udf.function()
            def book(orders: list, note: str = "none", rush: bool = False) -> list:
                return [1 < 2]


            @udf.function()
            def other() -> int:
                return 1
            """;

    private static final List<Change> CHANGES = List.of(
            new Change.Rows(
                    "Sales",
                    "dbo.Orders",
                    List.of("Id", "Customer", "Amount"),
                    List.of("int", "nvarchar(40)", "float"),
                    List.of("Id"),
                    1,
                    1,
                    201,
                    List.of(
                            new Change.RowChange.Inserted(Arrays.asList(7L, "<Nord>", null)),
                            new Change.RowChange.Updated(List.of(2L, "Old", 1.5), List.of(2L, "New", 1.5)),
                            new Change.RowChange.Deleted(List.of(3L, "Gone", new byte[] {(byte) 0xCA, (byte) 0xFE})))),
            new Change.Definition("Sales", "table", "dbo.Made", Change.Kind.CREATED),
            new Change.File(
                    "Lake",
                    "Files/out.txt",
                    Change.Kind.CHANGED,
                    OptionalLong.of(3),
                    OptionalLong.of(9),
                    "-one\n+one & two"),
            new Change.Document("Shop", "orders", "a1", "{\"n\":1}", "{\"n\":2}"),
            new Change.Event("Hub", "{\"type\":\"/events/Sold\",\"data\":{\"piece\":7}}", Change.Kind.CREATED),
            new Change.Secret("Vault", "token", Change.Kind.CHANGED));

    @Test
    void inputsAreATableWithTypesAndTheDefaultsThatCounted() {
        String page = page("{\"orders\": [{\"id\": 1, \"what\": \"a\"}, {\"id\": 2}], \"extra\": 1.50}", "\"\"");
        assertThat(page)
                .contains("<tr><th>orders</th><td>list</td><td><table>", "<th>id</th><th>what</th>")
                .contains("<td class=\"number\">2</td><td><i>missing</i></td>")
                .contains("<tr><th>extra</th><td>no parameter of the function</td><td>1.50</td>")
                .contains("<tr><th>note</th><td>str</td><td><i>not sent; the default is &quot;none&quot;</i>");
    }

    @Test
    void aBodyThatIsNoObjectStandsAsItWasSent() {
        assertThat(page("[1, oops", "\"\"")).contains("<h2>Input</h2><pre>[1, oops</pre>");
    }

    @Test
    void theFunctionComesFirstWithItsOwnLineNumbersAndTheScriptIsFolded() {
        String page = page("{}", "\"\"");
        int code = page.indexOf("<h2>Code</h2><pre class=\"code\" style=\"counter-reset: line 8\">");
        int folded = page.indexOf("<details><summary>The whole script");
        assertThat(code).isPositive().isLessThan(folded);
        assertThat(page.substring(code, folded))
                .contains("<code>@udf.function()</code>", "<code>    return [1 &lt; 2]</code>")
                .doesNotContain("helper", "def other");
        assertThat(page.substring(folded)).contains("counter-reset: line 0", "def helper", "def other");
    }

    @Test
    void aScriptWithoutTheFunctionIsShownOpen() {
        RunRecord run = run("{}", "\"\"", "nothing = 1\n", List.of());
        assertThat(RunPage.of(run, "Item", SecretMask.ofValues(List.of()), Locale.ENGLISH))
                .contains("<details open><summary>The whole script")
                .doesNotContain("<h2>Code</h2>");
    }

    @Test
    void changesReadAsTheyDoInTheWindow() {
        assertThat(page("{}", "\"\""))
                .contains("<h3>Sales</h3><p>dbo.Orders: 1 added, 1 changed, 201 removed</p>")
                .contains("<th>Id (key)</th><th>Customer</th>")
                .contains("<tr class=\"added\"><th>Added</th><td class=\"number\">7</td><td>&lt;Nord&gt;</td>"
                        + "<td><i>NULL</i></td></tr>")
                .contains("<td><del>Old</del> → <ins>New</ins></td><td class=\"number\">1.5</td>")
                .contains("<tr class=\"removed\"><th>Removed</th>", "<td>0xCAFE</td>", "and 200 more rows")
                .contains("<p class=\"added\"><strong>Added</strong> table dbo.Made created</p>")
                .contains("<strong>Changed</strong> Files/out.txt changed (3 → 9 bytes)", "+one &amp; two")
                .contains(
                        "<strong>Changed</strong> document a1 of orders",
                        "<td>n</td><td><del>1</del> → <ins>2</ins></td>")
                .contains("<h3>Hub</h3><p class=\"added\"><strong>Added</strong> Sold</p>", "&quot;piece&quot; : 7")
                .contains("<strong>Changed</strong> secret token changed")
                .doesNotContain("standIn", "\"is\"");
    }

    /** What a page says itself is in the reader's language; what the service and the function say stays as it was. */
    @Test
    void aGermanPageHasNoEnglishWordsOfItsOwn() {
        String page = page("{\"orders\": [{\"id\": 1}, {}], \"extra\": \"\"}", "[{\"n\": 1}]", Locale.GERMAN);
        assertThat(page)
                .contains("<html lang=\"de\">", "<p class=\"status good\">Succeeded, HTTP 200</p>")
                .contains("<h2>Eingabe</h2>", "<h2>Ausgabe</h2>", "<h2>Programmtext</h2>", "<h2>Protokoll (1)</h2>")
                .contains("nicht gesendet; der Standardwert ist False", "<i>leerer Text</i>", "<i>fehlt</i>")
                .contains("dbo.Orders: 1 neu, 1 geändert, 201 entfernt", "<th>Geändert</th>", "Id (Schlüssel)")
                .contains("Tabelle dbo.Made angelegt", "Dokument a1 von orders", "und 200 weitere Zeilen");
        List<String> own = words(page);
        // Names of the run, and words that are the same in both languages.
        own.removeAll(Set.of("Parameter", "Name", "T-SQL"));
        assertThat(words(page("{\"orders\": [{\"id\": 1}, {}], \"extra\": \"\"}", "[{\"n\": 1}]")))
                .doesNotContainAnyElementsOf(own);
    }

    /** What stands in headings, names of facts and heads of tables, but for names that the run brings. */
    private static List<String> words(String page) {
        return Pattern.compile("<(h2|dt|summary|strong|i)>([^<]+)</")
                .matcher(page)
                .results()
                .map(found -> found.group(2))
                .filter(word -> !word.matches("NULL|SQL \\(.*"))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    @Test
    void anErrorIsExplainedInTheLanguageOfThePage() {
        RunRecord good = run("{}", "\"\"", CODE, List.of());
        RunRecord failed = new RunRecord(
                good.summary(),
                good.input(),
                good.code(),
                new RunAnswer(
                        "\"\"",
                        List.of(new ErrorEntry("InternalError", "no", JsonNodeFactory.instance.objectNode())),
                        null,
                        "why",
                        new FailureContext.EngineLost(
                                new EngineFault(EngineFault.Kind.OUT_OF_MEMORY, "megabytes", 512)),
                        null),
                good.logs(),
                good.trace());
        SecretMask mask = SecretMask.ofValues(List.of("Speicher"));
        assertThat(RunPage.of(failed, "Item", mask, Locale.ENGLISH)).contains("<div class=\"explanation\">", "512");
        assertThat(RunPage.of(failed, "Item", mask, Locale.GERMAN))
                .contains("<h2>Fehler</h2>", "die ***grenze erhöhen")
                .doesNotContain("Speicher");
    }

    @Test
    void rowsAreATableOfTheFirstTwoHundredAndATextReadsAsATextDoes() {
        String rows = IntStream.range(0, 250)
                .mapToObj(i -> "{\"n\":" + i + ",\"price\":12345678901234567890.10}")
                .collect(Collectors.joining(",", "[", "]"));
        assertThat(page("{}", rows))
                .contains("<h2>Output</h2><table>", "<td class=\"number\">12345678901234567890.10</td>")
                .contains("<td class=\"number\">199</td>", "<p>and 50 more rows</p>")
                .doesNotContain("<td class=\"number\">200</td>");
        assertThat(page("{}", "\"first\\nsecond\"")).contains("<h2>Output</h2><pre>first\nsecond</pre>");
    }

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        String secret = "hidden-value-77";
        RunRecord run = run(
                "{\"orders\": [{\"id\": \"" + secret + "\"}]}",
                "[{\"out\": \"" + secret + "\"}]",
                CODE.replace("not the function", secret),
                List.of(
                        new Change.Rows(
                                "Sales",
                                "dbo.T",
                                List.of("v"),
                                List.of("varchar(40)"),
                                List.of(),
                                0,
                                1,
                                0,
                                List.of(new Change.RowChange.Updated(List.of(secret), List.of("x" + secret)))),
                        new Change.Document("Shop", "c", "d", null, "{\"k\":\"" + secret + "\"}")));
        assertThat(RunPage.of(run, "Item", SecretMask.ofValues(List.of(secret)), Locale.ENGLISH))
                .doesNotContain(secret)
                .contains("<ins>", "document d of c");
    }

    private static String page(String body, String output) {
        return page(body, output, Locale.ENGLISH);
    }

    private static String page(String body, String output, Locale language) {
        return RunPage.of(run(body, output, CODE, CHANGES), "Item", SecretMask.ofValues(List.of()), language);
    }

    private static RunRecord run(String body, String output, String code, List<Change> changes) {
        Instant time = Instant.parse("2026-03-01T10:00:00Z");
        return new RunRecord(
                new RunSummary(
                        1,
                        time,
                        RunOrigin.WINDOW,
                        "book",
                        "Succeeded",
                        200,
                        Duration.ofMillis(12),
                        RunRecord.hashOf(code),
                        false,
                        "",
                        changes.size()),
                new RunInput("id-1", body, "embedded", "standard", ExecutingUser.LOCAL),
                code,
                new RunAnswer(output, List.of(), null, null),
                List.of(new LogLine(time, LogLine.Level.INFO, "logged")),
                new RunTrace(List.of(), 0, new ChangeSet(changes)));
    }
}
