package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Notices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sorting, filtering, copying and exporting a result table. */
class TableViewModelTest {

    private static final String ROWS = """
            [{"id": 10, "name": "Tea, green", "when": null},
             {"id": 9, "name": "coffee", "when": "2026"},
             {"id": 2.5, "name": "Ale \\"best\\"", "extra": [1, 2]}]""";

    private final TableViewModel table = new TableViewModel(new SameThreadTaskRunner(), new Notices());

    @Test
    void numbersSortAsNumbersAndNothingComesLast() {
        table.show(ResultTable.of(ROWS).orElseThrow());
        table.sort(column("id"), false);
        assertThat(shown("id")).containsExactly("2.5", "9", "10");
        table.sort(column("id"), true);
        assertThat(shown("id")).containsExactly("10", "9", "2.5");
        table.sort(column("when"), false);
        assertThat(shown("id")).startsWith("9");
        table.sort(column("name"), false);
        assertThat(shown("id")).containsExactly("2.5", "9", "10");
        table.sort(null, false);
        assertThat(shown("id")).containsExactly("10", "9", "2.5");
    }

    @Test
    void onlyRowsThatContainTheWordsAreShown() {
        table.show(ResultTable.of(ROWS).orElseThrow());
        table.filterProperty().set("COFFEE");
        assertThat(shown("id")).containsExactly("9");
        assertThat(table.summaryProperty().get()).contains("1 of 3");
        table.filterProperty().set("");
        assertThat(shown("id")).hasSize(3);
    }

    @Test
    void whatIsCopiedAndExportedIsWholeAndQuoted(@TempDir Path folder) throws IOException {
        table.show(ResultTable.of(ROWS).orElseThrow());
        List<String> copied = new ArrayList<>();
        table.copy(List.of(0), copied::add);
        assertThat(copied).containsExactly("id\tname\twhen\textra\r\n10\tTea, green\t\t\r\n");
        Path csv = folder.resolve("rows.csv");
        table.export(csv);
        assertThat(Files.readString(csv))
                .isEqualTo("\uFEFFid,name,when,extra\r\n10,\"Tea, green\",,\r\n9,coffee,2026,\r\n"
                        + "2.5,\"Ale \"\"best\"\"\",,\"[1, 2]\"\r\n");
        Path json = folder.resolve("rows.json");
        table.sort(column("id"), false);
        table.export(json);
        assertThat(Files.readString(json)).startsWith("[\n{\"id\": 2.5");
    }

    @Test
    void rowsGivenAsListsAreSortedAndExportedLikeOthers(@TempDir Path folder) throws IOException {
        table.show(ResultTable.of("[[10, \"a,b\"], [9, null]]").orElseThrow());
        table.sort(column("1"), false);
        assertThat(shown("1")).containsExactly("9", "10");
        Path csv = folder.resolve("rows.csv");
        table.export(csv);
        assertThat(Files.readString(csv)).isEqualTo("\uFEFF1,2\r\n9,\r\n10,\"a,b\"\r\n");
        Path excel = folder.resolve("rows.xlsx");
        table.export(excel);
        try (ReadableWorkbook workbook = new ReadableWorkbook(excel.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.get(2).getCellAsNumber(0)).contains(BigDecimal.TEN);
            assertThat(rows.get(2).getCellText(1)).isEqualTo("a,b");
        }
    }

    @Test
    void excelGetsNumbersAsNumbersAndLongOnesAsTexts(@TempDir Path folder) throws IOException {
        String json =
                "[{\"n\": 1.5, \"t\": \"a\", \"b\": true, \"l\": [1, 2]}, {\"n\": 12345678901234567, \"t\": null}]";
        table.show(ResultTable.of(json).orElseThrow());
        Path file = folder.resolve("rows.xlsx");
        table.export(file);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("n");
            assertThat(rows.get(1).getCellAsNumber(0)).contains(new BigDecimal("1.5"));
            assertThat(rows.get(1).getCellAsBoolean(2)).contains(true);
            assertThat(rows.get(1).getCellText(3)).isEqualTo("[1, 2]");
            assertThat(rows.get(2).getCell(0).getType()).isEqualTo(CellType.STRING);
            assertThat(rows.get(2).getCellText(0)).isEqualTo("12345678901234567");
        }
    }

    @Test
    void aMillionRowsAreShownSortedAndFilteredWithoutReadingThemAll() {
        String json = IntStream.range(0, 1_000_000)
                .mapToObj(i -> "{\"a\":" + (999_999 - i) + "}")
                .collect(Collectors.joining(",", "[", "]"));
        table.show(ResultTable.of(json).orElseThrow());
        assertThat(rows()).hasSize(1_000_000);
        table.sort(column("a"), false);
        assertThat(rows().getFirst().get("a")).isEqualTo(new ResultTable.Cell("0", ResultTable.Cell.Sort.NUMBER));
        table.filterProperty().set("123456");
        assertThat(rows()).hasSize(1);
    }

    @Test
    void aChartTakesEvenlyChosenRows() {
        String json = IntStream.range(0, 5_000)
                .mapToObj(i -> "{\"day\":\"d" + i + "\",\"n\":" + i + "}")
                .collect(Collectors.joining(",", "[", "]"));
        ResultTable many = ResultTable.of(json).orElseThrow();
        ChartData chart =
                ChartData.of(many, IntStream.range(0, many.size()).toArray(), "day", "n", ChartData.Merge.SUM);
        assertThat(ChartData.firstAxis(many)).isEqualTo("day");
        assertThat(ChartData.measures(many)).containsExactly("n");
        assertThat(chart.points()).hasSize(ChartData.MOST_POINTS);
        assertThat(chart.points().get(1)).isEqualTo(new ChartData.Point("d10", 1, 10));
    }

    private RowList rows() {
        return Objects.requireNonNull(table.rowsProperty().get());
    }

    private List<String> shown(String column) {
        return rows().stream()
                .map(row -> Objects.requireNonNull(row.get(column)).text())
                .toList();
    }

    private ResultTable.Column column(String name) {
        return Objects.requireNonNull(table.tableProperty().get()).columns().stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aChartPutsRowsOfTheSameValueTogetherAndLeavesThePlaceOfNoneEmpty() {
        ResultTable sales = ResultTable.of("""
                [{"month": "May", "sum": 2}, {"month": "June", "sum": null}, {"month": "May", "sum": 4},
                 {"month": "May", "sum": null}]""").orElseThrow();
        assertThat(points(sales, ChartData.Merge.SUM)).containsExactly("May 6.0", "June NaN");
        assertThat(points(sales, ChartData.Merge.MEAN)).containsExactly("May 3.0", "June NaN");
        assertThat(points(sales, ChartData.Merge.COUNT)).containsExactly("May 3.0", "June 1.0");
        assertThat(points(sales, ChartData.Merge.NONE)).containsExactly("May 2.0", "June NaN", "May 4.0", "May NaN");
    }

    private static List<String> points(ResultTable table, ChartData.Merge merge) {
        int[] all = IntStream.range(0, table.size()).toArray();
        return ChartData.of(table, all, "month", "sum", merge).points().stream()
                .map(point -> point.label() + " " + point.value())
                .toList();
    }
}
