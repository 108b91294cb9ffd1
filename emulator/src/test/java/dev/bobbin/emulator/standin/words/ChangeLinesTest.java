package dev.bobbin.emulator.standin.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Changes in words, in both languages. */
class ChangeLinesTest {

    private static List<String> lines(Locale language, Change... changes) {
        return ChangeLines.of(new ChangeSet(List.of(changes)), language).stream()
                .map(line -> line.kind().name().charAt(0) + " " + line.words())
                .toList();
    }

    private static List<String> english(Change... changes) {
        return lines(Locale.ENGLISH, changes);
    }

    @Test
    void valuesOfRowsAreWhatTheirColumnsAre() {
        Change.Rows rows = new Change.Rows(
                "sales",
                "dbo.T",
                List.of("id", "total", "paid", "day", "note"),
                List.of("int", "decimal(9,2)", "bit", "date", "varchar(9)"),
                List.of("id"),
                1,
                1,
                3,
                List.of(
                        new Change.RowChange.Inserted(Arrays.asList(1L, "12.50", 1L, "2026-11-26", "")),
                        new Change.RowChange.Updated(
                                Arrays.asList(2L, "1.00", 0L, "2026-11-26", null),
                                Arrays.asList(2L, "2.00", 1L, "2026-11-26", "")),
                        new Change.RowChange.Deleted(Arrays.asList(3L, "***", null, null, "it"))));
        assertThat(english(rows))
                .containsExactly(
                        "H sales, dbo.T: 1 added, 1 changed, 3 removed",
                        "A id = 1, total = 12.50, paid = true, day = 2026-11-26, note = ''",
                        "C (id = 2) total: 1.00 → 2.00, paid: false → true, note: NULL → ''",
                        "R id = 3, total = '***', paid = NULL, day = NULL, note = 'it'",
                        "H and 2 more rows");
        assertThat(lines(Locale.GERMAN, rows)).startsWith("H sales, dbo.T: 1 neu, 1 geändert, 3 entfernt");
    }

    @Test
    void aRowWithoutKeyIsNamedByWhatStayedAsItWas() {
        Change.Rows stock = new Change.Rows(
                "shop",
                "dbo.Stock",
                List.of("store", "product", "quantity"),
                List.of("int", "int", "int"),
                List.of(),
                0,
                1,
                0,
                List.of(new Change.RowChange.Updated(List.of(1L, 10L, 24L), List.of(1L, 10L, 22L))));
        assertThat(english(stock)).endsWith("C (store = 1, product = 10) quantity: 24 → 22");
    }

    @Test
    void aRowIsNamedByItsKeyWhereverThatStandsAndAlsoWhenItChanged() {
        Change.Rows stock = new Change.Rows(
                "shop",
                "dbo.Stock",
                List.of("quantity", "shelf", "store", "product"),
                List.of("int", "char(1)", "int", "int"),
                List.of("store", "product"),
                0,
                2,
                0,
                List.of(
                        new Change.RowChange.Updated(List.of(24L, "A", 1L, 10L), List.of(22L, "A", 1L, 10L)),
                        new Change.RowChange.Updated(List.of(5L, "A", 1L, 11L), List.of(5L, "A", 2L, 11L))));
        assertThat(english(stock))
                .endsWith("C (store = 1, product = 10) quantity: 24 → 22", "C (store = 1, product = 11) store: 1 → 2");
    }

    @Test
    void documentsStandTogetherAndTellTheirFields() {
        assertThat(english(
                        new Change.Document("shop", "db/orders", "o1", null, "{\"id\":\"o1\",\"n\":2,\"_ts\":1}"),
                        new Change.Document("shop", "db/other", "x", "{\"id\":\"x\"}", null),
                        new Change.Document(
                                "shop",
                                "db/orders",
                                "o2",
                                "{\"status\":\"open\",\"old\":1,\"_ts\":1}",
                                "{\"status\":\"shipped\",\"new\":{\"a\":1},\"_ts\":2}"),
                        new Change.Document("shop", "db/orders", "o3", "{\"_ts\":1}", "{\"_ts\":2}")))
                .containsExactly(
                        "H shop, db/orders: 1 added, 2 changed",
                        "A id = \"o1\", n = 2",
                        "C (id = \"o2\") status: \"open\" → \"shipped\", old = 1 (removed), new = {\"a\":1} (new)",
                        "C (id = \"o3\") written again, with the same fields",
                        "H shop, db/other: 1 removed",
                        "R id = \"x\"");
    }

    @Test
    void eventsTellWhatTheyHold() {
        assertThat(english(
                        new Change.Event(
                                "hub",
                                "{\"id\":\"1\",\"type\":\"/set/eventTypes/Sold\",\"data\":{\"n\":1}}",
                                Change.Kind.CREATED),
                        new Change.Event("hub", "no JSON", Change.Kind.DELETED)))
                .containsExactly("H hub: 1 published, 1 removed", "A Sold: {\"n\":1}", "R no JSON");
    }

    @Test
    void everythingElseIsASentence() {
        Change[] changes = {
            new Change.Definition("sales", "table", "dbo.T", Change.Kind.CREATED),
            new Change.Definition("sales", "index", "ix", Change.Kind.DELETED),
            new Change.File("lake", "a.csv", Change.Kind.CREATED, OptionalLong.empty(), OptionalLong.of(12), null),
            new Change.File("lake", "b.csv", Change.Kind.CHANGED, OptionalLong.of(3), OptionalLong.of(12), null),
            new Change.OtherFiles("lake", 1, 2, 3),
            new Change.Variable("settings", "", "Rate", "1", "2"),
            new Change.Variable("settings", "prod", "Rate", null, "2"),
            new Change.Secret("vault", "key", Change.Kind.DELETED)
        };
        assertThat(english(changes))
                .containsExactly(
                        "A sales: table dbo.T created",
                        "R sales: index ix deleted",
                        "A lake: a.csv created (12 bytes)",
                        "C lake: b.csv changed (3 → 12 bytes)",
                        "H lake: more files: 1 created, 2 changed, 3 deleted",
                        "C settings: variable Rate: 1 → 2",
                        "A settings: variable Rate in the value set prod = 2 (new)",
                        "R vault: secret key deleted");
        assertThat(lines(Locale.GERMAN, changes))
                .contains(
                        "A sales: Tabelle dbo.T angelegt",
                        "C lake: b.csv geändert (3 → 12 Bytes)",
                        "A settings: Variable Rate im Wertesatz prod = 2 (neu)",
                        "R vault: Geheimnis key gelöscht");
    }

    @Test
    void longValuesAreCut() {
        String words = english(new Change.Document("s", "c", "d", "{\"a\":1}", "{\"a\":\"" + "x".repeat(5_000) + "\"}"))
                .getLast();
        assertThat(words).hasSizeLessThan(200).endsWith("…");
    }
}
