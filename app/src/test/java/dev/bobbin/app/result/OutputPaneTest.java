package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.SteadyRobot;
import dev.bobbin.app.fx.Faint;
import dev.bobbin.app.fx.FxTaskRunner;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.StreamedPiece;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.themes.BenchTheme;
import dev.bobbin.themes.Fonts;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.chart.CategoryAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TreeView;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The output of a run as users look at it and save it: table, chart, picture. */
class OutputPaneTest {

    private static final String MONTHS = """
            [{"month": "January", "turnover": null, "orders": 3},
             {"month": "February", "turnover": 20.5, "orders": 4},
             {"month": "March", "turnover": null, "orders": null},
             {"month": "April", "turnover": 12, "orders": 7}]""";

    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final SteadyRobot robot = new SteadyRobot();
    private final WorkspaceModel model = Models.empty();
    private final List<String> offered = new ArrayList<>();
    private final FxTaskRunner tasks = new FxTaskRunner();
    private @TempDir Path folder;
    private Path target;
    private Stage stage;

    @BeforeEach
    void show() throws Exception {
        FxToolkit.registerPrimaryStage();
        stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            Fonts.TEXT.load();
            Fonts.CODE.load();
            ResultViewModel results = new ResultViewModel(model, tasks);
            OutputPane pane = new OutputPane(results, tasks, (_, _, name, chosen, kinds) -> {
                offered.add(name);
                Stream.of(kinds)
                        .map(FileChooser.ExtensionFilter::getDescription)
                        .forEach(offered::add);
                chosen.accept(target);
            });
            BenchTheme theme = BenchTheme.all().getFirst();
            Application.setUserAgentStylesheet(theme.userAgentStylesheet());
            Scene scene = new Scene(new StackPane(pane), 760, 480);
            scene.getStylesheets().setAll(theme.stylesheets());
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() {
        robot.interact(stage::hide);
        tasks.close();
    }

    @Test
    void aChartShowsTheFirstMeasureAndLeavesThePlaceOfNullEmpty() throws Exception {
        returns(MONTHS);
        robot.clickOn("#output-way-CHART");
        until(() -> chart("Bar") != null);
        assertThat(robot.lookup("#chart-y").queryComboBox().getValue()).isEqualTo("turnover");
        assertThat(((CategoryAxis) chart("Bar").getXAxis()).getCategories())
                .containsExactly("January", "February", "March", "April");
        assertThat(points("Bar")).containsExactly(List.of("February 20.5", "April 12.0"));

        choose("#chart-way", ChartDrawing.Way.LINE);
        until(() -> chart("Line") != null);
        assertThat(points("Line"))
                .as("broken where there is nothing")
                .containsExactly(List.of("February 20.5"), List.of("April 12.0"));
        choose("#chart-x", "orders");
        until(() -> points("Line").equals(List.of(List.of("4.0 20.5", "7.0 12.0"))));
        choose("#chart-way", ChartDrawing.Way.SCATTER);
        until(() -> chart("Scatter") != null);
        assertThat(points("Scatter")).containsExactly(List.of("4.0 20.5", "7.0 12.0"));
    }

    @Test
    void aChartIsSavedAsAPictureOrAsItsTable() throws Exception {
        returns(MONTHS);
        robot.clickOn("#output-way-CHART");
        until(() -> chart("Bar") != null);
        target = folder.resolve("chart.png");
        robot.clickOn("#output-save");
        saved();
        assertThat(offered).containsExactly("chart.png", "PNG", "CSV", "Excel", "JSON");
        BufferedImage picture = ImageIO.read(target.toFile());
        int pixels = picture.getWidth() * picture.getHeight();
        assertThat(IntStream.range(0, pixels)
                        .map(i -> picture.getRGB(i % picture.getWidth(), i / picture.getWidth()))
                        .filter(OutputPaneTest::isColoured)
                        .count())
                .as("bars, which alone have a colour")
                .isGreaterThan(pixels / 100);

        target = folder.resolve("chart.csv");
        robot.clickOn("#output-save");
        saved();
        assertThat(target).content().startsWith("\uFEFFmonth,turnover,orders\r\nJanuary,,3\r\n");
    }

    @Test
    void aChartSaysWhatItsHeightsAreAndOfWhichRows() throws Exception {
        returns("""
                [{"city": "Bonn", "n": 1}, {"city": "Bonn", "n": 2}, {"city": "Ulm", "n": 4}]""");
        robot.clickOn("#output-way-CHART");
        until(() -> chart("Bar") != null);
        assertThat(points("Bar")).containsExactly(List.of("Bonn 3.0", "Ulm 4.0"));
        assertThat(chart("Bar").getYAxis().getLabel()).isEqualTo("n (Sum)");
        choose("#chart-merge", ChartData.Merge.NONE);
        until(() -> chart("Bar").getYAxis().getLabel().equals("n"));

        robot.clickOn("#output-way-TABLE").clickOn("#table-filter").write("Ulm");
        until(() -> robot.lookup("#output-table").queryTableView().getItems().size() == 1);
        robot.clickOn("#output-way-CHART");
        until(() -> points("Bar").equals(List.of(List.of("Ulm 4.0"))));
        assertThat(robot.lookup("1 of 3 rows").tryQuery()).isPresent();
    }

    @Test
    void aSavedChartHasTheShapeOfASlideWhateverThatOfThePane() throws Exception {
        returns(MONTHS);
        robot.clickOn("#output-way-CHART");
        until(() -> chart("Bar") != null);
        target = folder.resolve("chart.png");
        robot.clickOn("#output-save");
        saved();
        BufferedImage picture = ImageIO.read(target.toFile());
        assertThat(List.of(picture.getWidth(), picture.getHeight())).containsExactly(1920, 1080);
        assertThat(chart("Bar").getTitle())
                .as("on the screen it would take room")
                .isNull();
    }

    @Test
    void aStreamShowsItsPiecesToWhoAsksForThem() throws Exception {
        List<StreamedPiece> pieces = List.of(
                new StreamedPiece(1, Duration.ZERO, 3, "one"), new StreamedPiece(2, Duration.ofMillis(1500), 3, "two"));
        Envelope envelope = new Envelope("stream", "id", Status.SUCCEEDED, "\"onetwo\"", List.of());
        InvocationResult result = new InvocationResult.Answered(
                envelope, 200, null, FailureContext.NONE, Duration.ofMillis(1), RunTrace.EMPTY);
        robot.interact(() -> model.lastRunProperty().set(new FinishedRun(Models.request("stream"), result, pieces)));
        until(() -> robot.lookup("#output-way-PIECES").tryQuery().isPresent());
        assertThat(robot.lookup("#output-pieces").query().getParent().isVisible())
                .isFalse();
        robot.clickOn("#output-way-PIECES");
        until(() -> cell("two", 0) != null);
        assertThat(cell("1.5 s", 0)).isNotNull();
    }

    @Test
    void aTableIsExportedToExcelAsItIsShown() throws Exception {
        returns(MONTHS);
        robot.clickOn(robot.lookup("#output-table").queryTableView())
                .push(KeyCode.CONTROL, KeyCode.F)
                .write("ary");
        until(() -> robot.lookup("#output-table").queryTableView().getItems().size() == 2);
        target = folder.resolve("rows.xlsx");
        robot.clickOn("#table-export");
        saved();
        try (ReadableWorkbook book = new ReadableWorkbook(target.toFile());
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(0))).containsExactly("month", "January", "February");
        }
    }

    @Test
    void nullIsToldFromATextOfThatWordAndHeadersStandOverTheirColumns() throws Exception {
        returns("[{\"word\": \"null\", \"number\": 1}, {\"word\": null, \"number\": null}]");
        until(() -> cell("null", 0) != null);
        assertThat(cell("null", 0).getPseudoClassStates()).doesNotContain(Faint.STATE);
        assertThat(cell("null", 1).getPseudoClassStates()).contains(Faint.STATE);
        TableCell<?, ?> none = cell("null", 2);
        assertThat(none.getPseudoClassStates()).contains(Faint.STATE);
        assertThat(none.getAlignment()).isEqualTo(Pos.CENTER_RIGHT);

        assertThat(left(header("word"))).isEqualTo(left(cell("null", 0)), within());
        assertThat(right(header("number"))).isEqualTo(right(cell("1", 0)), within());
    }

    @Test
    void aPictureTellsItsSizeIsShownLargerAndSavedAsItIs() throws Exception {
        returns("\"" + Base64.getEncoder().encodeToString(DOT) + "\"");
        ImageView view = robot.lookup("#output-picture").queryAs(ImageView.class);
        until(() -> view.getImage() != null);
        Label size = robot.lookup("#output-picture-size").queryAs(Label.class);
        assertThat(size.getText()).isEqualTo("1 × 1 px, shown at 100 %");
        robot.clickOn("#picture-larger").clickOn("#picture-larger");
        assertThat(size.getText()).endsWith("156 %");
        assertThat(view.getFitWidth()).isEqualTo(1.5625);
        robot.clickOn("#picture-actual");
        assertThat(size.getText()).endsWith("100 %");

        target = folder.resolve("dot.png");
        robot.clickOn("#output-save");
        saved();
        assertThat(offered).containsExactly("output.png");
        assertThat(target).binaryContent().isEqualTo(DOT);
    }

    private static boolean isColoured(int colour) {
        int red = colour >> 16 & 0xff;
        int green = colour >> 8 & 0xff;
        int blue = colour & 0xff;
        return Math.max(red, Math.max(green, blue)) - Math.min(red, Math.min(green, blue)) > 64;
    }

    @Test
    void whereAStreamBrokeOffIsSaidBelowWhatCame() throws Exception {
        ends("\"part 0 part 1\"", Status.FAILED, new FailureContext.BrokenOff(FailureContext.NONE, 200));
        until(() -> !robot.lookup("#output-ending").queryLabeled().getText().isEmpty());
        Node output = robot.lookup("#output").query();
        Node ending = robot.lookup("#output-ending").query();
        assertThat(ending.isVisible()).isTrue();
        assertThat(ending.localToScene(ending.getLayoutBounds()).getMinY())
                .isGreaterThanOrEqualTo(
                        output.localToScene(output.getLayoutBounds()).getMaxY() - 1);
        assertThat(robot.lookup("#output-note").queryLabeled().getText()).isEmpty();

        returns("[1, 2]");
        assertThat(robot.lookup("#output-ending").query().isVisible()).isFalse();
    }

    @Test
    void aTreeOfFewNodesShowsTheValuesOfItsRows() throws Exception {
        returns("{\"orders\": {\"nord\": 7, \"ost\": 9}, \"sure\": true}");
        TreeView<?> tree = robot.lookup("#output-tree").queryAs(TreeView.class);
        assertThat(tree.getExpandedItemCount()).isEqualTo(5);
        returns("[" + "[1, [2]],".repeat(50) + "3]");
        assertThat(tree.getExpandedItemCount()).isEqualTo(52);
    }

    private void returns(String output) throws Exception {
        ends(output, Status.SUCCEEDED, FailureContext.NONE);
        until(() -> robot.lookup("#output-save").tryQuery().isPresent()
                && robot.lookup(".output-note").tryQuery().isPresent()
                && robot.lookup(".toggle-button").queryAll().size() > 1);
    }

    private void ends(String output, Status status, FailureContext context) {
        Envelope envelope = new Envelope("months", "id", status, output, List.of());
        InvocationResult result =
                new InvocationResult.Answered(envelope, 200, null, context, Duration.ofMillis(1), RunTrace.EMPTY);
        robot.interact(() -> model.lastRunProperty().set(new FinishedRun(Models.request("months"), result)));
    }

    private void saved() throws TimeoutException {
        until(() -> !model.notices().shown().isEmpty());
        assertThat(model.notices().shown().getFirst().text()).contains(target.toString());
        robot.interact(() -> model.notices().clear());
        assertThat(Files.exists(target)).isTrue();
    }

    private <T> void choose(String box, T value) {
        robot.interact(() -> robot.lookup(box).<T>queryComboBox().setValue(value));
    }

    /** The chart, when it is of that kind. */
    private XYChart<?, ?> chart(String kind) {
        return robot.lookup("#output-chart .chart")
                .tryQueryAs(XYChart.class)
                .filter(chart -> chart.getClass().getSimpleName().startsWith(kind))
                .orElse(null);
    }

    /** What is drawn, series by series. */
    private List<List<String>> points(String kind) {
        XYChart<?, ?> chart = chart(kind);
        return chart == null
                ? List.of()
                : chart.getData().stream()
                        .map(series -> series.getData().stream()
                                .map(point -> point.getXValue() + " " + point.getYValue())
                                .toList())
                        .toList();
    }

    private TableCell<?, ?> cell(String text, int number) {
        List<Node> cells = robot
                .lookup((Node node) ->
                        node instanceof TableCell<?, ?> cell && cell.isVisible() && text.equals(cell.getText()))
                .queryAll()
                .stream()
                .sorted((one, other) -> Double.compare(place(one), place(other)))
                .toList();
        return number < cells.size() ? (TableCell<?, ?>) cells.get(number) : null;
    }

    /** By rows, then by columns. */
    private static double place(Node node) {
        var bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinY() * 10_000 + bounds.getMinX();
    }

    private Node header(String name) {
        return robot.lookup(".column-header .label").lookup(name).query();
    }

    private static double left(Node node) {
        return words(node).getMinX();
    }

    private static double right(Node node) {
        return words(node).getMaxX();
    }

    private static javafx.geometry.Bounds words(Node node) {
        Node text = node instanceof Text ? node : node.lookup(".text");
        return text.localToScene(text.getLayoutBounds());
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1.5);
    }

    private static void until(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }
}
