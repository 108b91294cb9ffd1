package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.text.JsonValues;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table to fill in and its JSON follow each other. */
class GridViewModelTest {

    private final StringProperty json = new SimpleStringProperty("");
    private final GridViewModel grid = new GridViewModel(json, false, new SameThreadTaskRunner());

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
    void whatIsNotOfTheColumnsTypeBecomesNullAndIsSaid() {
        json.set("[{\"a\": 1}]");
        grid.paste("many", 0, 0);
        assertThat(json.get()).contains("{\"a\": null}");
        assertThat(grid.problemProperty().get()).contains("One cell");
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
        grid.removeRows(List.of(0));
        assertThat(json.get()).isEqualTo("[\n  {\"id\": null}\n]");
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
        GridViewModel series = new GridViewModel(values, true, new SameThreadTaskRunner());
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
        Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe});
        grid.open(file);
        assertThat(grid.problemProperty().get()).contains("rows.csv").contains("UTF-8");
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
