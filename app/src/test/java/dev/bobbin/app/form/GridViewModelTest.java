package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.text.JsonValues;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table to fill in and its JSON follow each other. */
class GridViewModelTest {

    private final StringProperty json = new SimpleStringProperty("");
    private final List<String> ahead = new ArrayList<>();
    private final GridViewModel grid = new GridViewModel(json, false, ahead::add, new SameThreadTaskRunner());

    @Test
    void aLargeTableIsReadBeforeItBecomesWhatIsSent() {
        grid.paste("small\n1\n", 0, 0);
        assertThat(ahead).as("a small one is read when it is there").isEmpty();
        grid.paste("a\tb\n" + "1\t2\n".repeat(20_000), 0, 0);
        assertThat(ahead).containsExactly(json.get());
    }

    @Test
    void cellsCopiedFromASpreadsheetBecomeTypedColumns() {
        grid.paste("id\tname\tprice\tsold\n1\tTea, green\t2.5\tTRUE\n2\t\t3\tfalse\n", 0, 0);
        assertThat(grid.columns())
                .containsExactly(
                        new GridColumn("id", GridColumn.Kind.WHOLE),
                        new GridColumn("name", GridColumn.Kind.TEXT),
                        new GridColumn("price", GridColumn.Kind.DECIMAL),
                        new GridColumn("sold", GridColumn.Kind.TRUE_FALSE));
        assertThat(json.get())
                .isEqualTo("[\n  {\"id\": 1, \"name\": \"Tea, green\", \"price\": 2.5, \"sold\": true},"
                        + "\n  {\"id\": 2, \"name\": \"\", \"price\": 3, \"sold\": false}\n]");
    }

    @Test
    void aRowThatWasOnlyAddedIsNothingToPasteOver() {
        grid.addRow(0);
        grid.paste("item\tprice\nTea\t3.50", 0, 0);
        assertThat(json.get()).isEqualTo("[\n  {\"item\": \"Tea\", \"price\": 3.50}\n]");
        assertThat(grid.problemProperty().get()).isEmpty();
        grid.undo();
        grid.undo();

        grid.addRow(0);
        grid.rename(0, "item");
        grid.paste("Tea\t3.50\nMilk\t2", 0, 0);
        assertThat(grid.columns())
                .extracting(GridColumn::name)
                .startsWith("item")
                .hasSize(2);
        assertThat(grid.rows()).hasSize(2);
    }

    @Test
    void aColumnWithoutValuesGetsTheKindOfTheFirstOne() {
        grid.addRow(0);
        grid.addRow(1);
        grid.type(0, 0, "75");
        assertThat(grid.columns()).containsExactly(new GridColumn("column1", GridColumn.Kind.WHOLE));
        assertThat(grid.type(1, 0, "many")).isFalse();
        grid.undo();
        grid.type(1, 0, "007");
        assertThat(grid.columns()).containsExactly(new GridColumn("column1", GridColumn.Kind.TEXT));
        assertThat(grid.type(0, 0, "75")).isTrue();
        assertThat(json.get()).contains("\"75\"", "\"007\"");
    }

    @Test
    void identifiersWithLeadingZerosStayTexts() {
        grid.paste("zip\n01234\n99999", 0, 0);
        assertThat(grid.columns()).containsExactly(new GridColumn("zip", GridColumn.Kind.TEXT));
    }

    @Test
    void pastingIntoRowsOverwritesFromTheCellOnAndAddsRows() {
        json.set("[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2, \"b\": \"y\"}]");
        grid.paste("7\tnew\n8\tnewer", 1, 0);
        assertThat(json.get())
                .contains("{\"a\": 1, \"b\": \"x\"}")
                .contains("{\"a\": 7, \"b\": \"new\"}")
                .contains("{\"a\": 8, \"b\": \"newer\"}");
    }

    @Test
    void whatIsNotOfTheColumnsTypeIsKeptAndChangesTheType() {
        json.set("[{\"a\": 1, \"b\": 1}, {\"a\": 2, \"b\": 2}]");
        grid.paste("many\t2.5", 1, 0);
        assertThat(json.get()).contains("{\"a\": 1, \"b\": 1}").contains("{\"a\": \"many\", \"b\": 2.5}");
        assertThat(grid.columns())
                .extracting(GridColumn::kind)
                .containsExactly(GridColumn.Kind.JSON, GridColumn.Kind.DECIMAL);
        assertThat(grid.problemProperty().get()).contains("2 columns");
    }

    @Test
    void columnsThatHaveNoPlaceYetAreAdded() {
        json.set("[{\"a\": 1, \"b\": \"x\"}]");
        grid.paste("y\t7\ttrue\nz\t8\tfalse", 0, 1);
        assertThat(json.get())
                .isEqualTo("[\n  {\"a\": 1, \"b\": \"y\", \"column3\": 7, \"column4\": true},"
                        + "\n  {\"a\": null, \"b\": \"z\", \"column3\": 8, \"column4\": false}\n]");
    }

    @Test
    void aTableWithAHeaderLinePastedOnTheFirstCellReplacesTheGridAndCanBeTakenBack() {
        json.set("[{\"a\": 1, \"b\": \"x\"}]");
        String before = json.get();
        grid.paste("id\tname\tprice\n1\tTea\t2.5\n2\tMilk\t1.5", 0, 0);
        assertThat(grid.columns()).extracting(GridColumn::name).containsExactly("id", "name", "price");
        assertThat(grid.rows()).hasSize(2);
        assertThat(grid.problemProperty().get()).contains("one row").contains("Ctrl+Z");
        String after = json.get();
        grid.undo();
        assertThat(value(json.get())).isEqualTo(value(before));
        grid.redo();
        assertThat(json.get()).isEqualTo(after);
        grid.redo();
        assertThat(json.get()).isEqualTo(after);
    }

    @Test
    void aHeaderLineThatNamesTheColumnsBelowItIsNoRow() {
        json.set("[{\"a\": \"x\", \"b\": \"y\"}, {\"a\": \"z\", \"b\": \"w\"}]");
        grid.paste("a\tb\nnew\tnewer", 1, 0);
        assertThat(grid.rows()).hasSize(2);
        assertThat(json.get()).contains("{\"a\": \"new\", \"b\": \"newer\"}").contains("{\"a\": \"x\"");
    }

    @Test
    void everyChangeIsTakenBackInTurn() {
        json.set("[{\"a\": 1}]");
        grid.type(0, 0, "2");
        grid.addRow(1);
        grid.addColumn();
        grid.undo();
        grid.undo();
        assertThat(json.get()).isEqualTo("[\n  {\"a\": 2}\n]");
        grid.type(0, 0, "3");
        grid.redo();
        assertThat(json.get()).isEqualTo("[\n  {\"a\": 3}\n]");
        json.set("[]");
        grid.undo();
        assertThat(json.get()).isEqualTo("[]");
    }

    @Test
    void aListOfValuesSaysWhatItHasNoPlaceFor() {
        StringProperty values = new SimpleStringProperty("[1, 2]");
        GridViewModel series = new GridViewModel(values, true, ahead::add, new SameThreadTaskRunner());
        series.paste("5\t6\t7", 1, 0);
        assertThat(values.get()).isEqualTo("[\n  1,\n  5\n]");
        assertThat(series.problemProperty().get()).contains("2 columns were");
    }

    @Test
    void whatIsCopiedIsPastedAsItWas() {
        json.set("[{\"a\": 1, \"b\": \"x\\ty\\n\\\"z\\\"\"}, {\"a\": 2, \"b\": \"\"}]");
        String copied = grid.copy(List.of(0, 1), List.of(0, 1));
        StringProperty other = new SimpleStringProperty("[{\"a\": 0, \"b\": \"\"}]");
        new GridViewModel(other, false, ahead::add, new SameThreadTaskRunner()).paste(copied, 0, 0);
        assertThat(value(other.get())).isEqualTo(value(json.get()));
    }

    @Test
    void aWrongWordLeavesTheCellAsItWas() {
        json.set("[{\"a\": 1}]");
        assertThat(grid.type(0, 0, "many")).isFalse();
        assertThat(json.get()).isEqualTo("[{\"a\": 1}]");
        assertThat(grid.problemProperty().get()).contains("many");
    }

    @Test
    void nullEmptyAndMissingAreThreeThings() {
        json.set("[{\"a\": \"x\"}, {\"a\": \"y\"}, {\"a\": \"z\"}]");
        grid.setNull(0, 0);
        grid.type(1, 0, "");
        grid.setMissing(2, 0);
        assertThat(json.get()).isEqualTo("[\n  {\"a\": null},\n  {\"a\": \"\"},\n  {}\n]");
    }

    @Test
    void cellsMadeNullTogetherAreOneStep() {
        json.set("[{\"a\": 1, \"b\": 2}, {\"a\": 3, \"b\": 4}, {\"a\": 5, \"b\": 6}]");
        grid.setNull(Map.of(0, Set.of(0, 1), 2, Set.of(1)));
        assertThat(json.get())
                .isEqualTo("[\n  {\"a\": null, \"b\": null},\n  {\"a\": 3, \"b\": 4},\n  {\"a\": 5, \"b\": null}\n]");
        grid.undo();
        assertThat(json.get())
                .isEqualTo("[\n  {\"a\": 1, \"b\": 2},\n  {\"a\": 3, \"b\": 4},\n  {\"a\": 5, \"b\": 6}\n]");
    }

    @Test
    void aLargeTableSaysThatItsTextIsYetToCome() {
        HeldTaskRunner tasks = new HeldTaskRunner();
        StringProperty sent = new SimpleStringProperty("");
        GridViewModel large = new GridViewModel(sent, false, _ -> {}, tasks);
        large.paste("a\n" + "1\n".repeat(6_000), 0, 0);
        tasks.endNewestFirst();
        large.type(0, 0, "2");
        large.type(0, 0, "3");
        assertThat(large.behindProperty().get()).isTrue();
        tasks.endNewest();
        assertThat(large.behindProperty().get()).isFalse();
        assertThat(sent.get()).startsWith("[\n  {\"a\": 3}");
        tasks.endNewestFirst();
        assertThat(sent.get()).as("what comes late is not taken").startsWith("[\n  {\"a\": 3}");
    }

    @Test
    void columnsAndRowsComeAndGo() {
        grid.addRow(0);
        grid.addColumn();
        assertThat(grid.rename(0, "id")).isTrue();
        assertThat(grid.rename(1, "id")).isFalse();
        grid.setKind(0, GridColumn.Kind.WHOLE);
        grid.type(0, 0, "5");
        assertThat(json.get()).isEqualTo("[\n  {\"id\": 5, \"column2\": null}\n]");
        grid.removeColumn(1);
        grid.addRow(5);
        grid.removeRows(Set.of(0));
        assertThat(json.get()).isEqualTo("[\n  {\"id\": null}\n]");
    }

    @Test
    void aColumnKeepsItsTypeWhenAValueCannotBecomeTheOther() {
        String before = "[{\"a\": \"1\"}, {\"a\": \"many\"}, {\"a\": null}]";
        json.set(before);

        grid.setKind(0, GridColumn.Kind.DECIMAL);

        assertThat(grid.problemProperty().get()).contains("Row 2", "many");
        assertThat(grid.columns().getFirst().kind()).isEqualTo(GridColumn.Kind.TEXT);
        assertThat(json.get()).isEqualTo(before);
        json.set("[{\"a\": \"9,99\"}, {\"a\": \"1.120\"}, {\"a\": \"-0,5\"}]");
        grid.setKind(0, GridColumn.Kind.DECIMAL);
        assertThat(json.get()).isEqualTo("[\n  {\"a\": 9.99},\n  {\"a\": 1120},\n  {\"a\": -0.5}\n]");
        assertThat(grid.problemProperty().get()).isEmpty();
    }

    @Test
    void aPastedBlockIsReadInOneNotation() {
        grid.paste("name\tprice\tpieces\tday\nTea 1,5\t9,99\t1.000\t27.11.2026\nMate\t1.120,00\t3\t1.1.2026", 0, 0);
        assertThat(value(json.get()))
                .isEqualTo(value("[{\"name\": \"Tea 1,5\", \"price\": 9.99, \"pieces\": 1000, \"day\": \"27.11.2026\"},"
                        + "{\"name\": \"Mate\", \"price\": 1120.00, \"pieces\": 3, \"day\": \"1.1.2026\"}]"));
        assertThat(grid.problemProperty().get()).contains("decimal commas");

        // Over a column of texts they stay as they are; a thousand in English is none in German.
        json.set("[{\"a\": \"x\", \"b\": 1.5}]");
        grid.paste("7,5\t7,5", 0, 0);
        assertThat(json.get()).isEqualTo("[\n  {\"a\": \"7,5\", \"b\": 7.5}\n]");
        json.set("");
        grid.paste("1,000\t1.5\n2,500\t1.000", 0, 0);
        assertThat(json.get()).contains("\"1,000\"", "1.5", "1.000");
        json.set("");
        grid.paste("a\n1.000\n3", 0, 0);
        assertThat(value(json.get())).isEqualTo(value("[{\"a\": 1.000}, {\"a\": 3}]"));
    }

    @Test
    void anObjectOfColumnsIsShownAsATable() {
        json.set("{\"a\": [1, 2], \"b\": [\"x\"]}");
        assertThat(grid.rows()).hasSize(2);
        assertThat(grid.columns()).extracting(GridColumn::name).containsExactly("a", "b");
    }

    @Test
    void aListOfValuesIsOneColumn() {
        StringProperty values = new SimpleStringProperty("");
        GridViewModel series = new GridViewModel(values, true, ahead::add, new SameThreadTaskRunner());
        series.paste("1\n2\n3", 0, 0);
        assertThat(values.get()).isEqualTo("[\n  1,\n  2,\n  3\n]");
    }

    @Test
    void jsonThatIsNoTableIsLeftAlone() {
        json.set("{\"a\": 1}");
        assertThat(grid.rows()).isEmpty();
        assertThat(grid.problemProperty().get()).isNotEmpty();
        assertThat(json.get()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void aCsvFileReplacesTheTable(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "\uFEFFa;b\r\n1;\"x;\"\"y\"\"\"\r\n");
        grid.open(file);
        assertThat(json.get()).isEqualTo("[\n  {\"a\": 1, \"b\": \"x;\\\"y\\\"\"}\n]");
        assertThat(grid.problemProperty().get()).isEmpty();
        Files.writeString(file, "a\nMüller\n", Charset.forName("windows-1252"));
        grid.open(file);
        assertThat(json.get()).isEqualTo("[\n  {\"a\": \"Müller\"}\n]");
        assertThat(grid.problemProperty().get()).contains(text("file.windows1252"));
        Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        grid.open(file);
        assertThat(grid.problemProperty().get()).contains("rows.csv").contains("UTF-8");
    }

    private static JsonNode value(String json) {
        try {
            return JsonValues.read(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property
    void anythingCanBePastedAndWhatIsSentIsJson(@ForAll String copied, @ForAll boolean filled) throws IOException {
        if (filled) {
            json.set("[{\"a\": 1, \"b\": \"x\"}]");
        }
        grid.paste(copied, 0, 0);
        if (!json.get().isEmpty()) {
            assertThat(JsonValues.read(json.get()).isArray()).isTrue();
        }
    }
}
