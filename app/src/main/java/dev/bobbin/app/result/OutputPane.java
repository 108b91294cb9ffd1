package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.code.Token;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FindKey;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The output of the last run: as text or JSON, and as a tree, a table, a chart or a picture when it is one. */
public final class OutputPane extends VBox {

    /** Ways to look at an output, the most telling last but for those that are for who asks for them. */
    private enum Way {
        TEXT,
        PIECES,
        TREE,
        TABLE,
        CHART,
        PICTURE;

        /** Whether it is what is seen first, when no later one can be had. */
        boolean comesByItself() {
            return this != PIECES && this != CHART;
        }
    }

    /** How long a run may last before the output of the one before is called so. */
    private static final Duration PATIENCE = Duration.millis(400);

    private static final FileChooser.ExtensionFilter[] CHART_FORMATS = Stream.concat(
                    Stream.of(new FileChooser.ExtensionFilter("PNG", "*.png")), Stream.of(ResultTableView.FORMATS))
            .toArray(FileChooser.ExtensionFilter[]::new);

    private final ResultViewModel results;
    private final ReadOnlyCode json = new ReadOnlyCode(text("result.output"), this::tokens);
    private final OutputTreeView tree;

    /** What {@link #json} holds. */
    private @Nullable ResultDocument inText;

    private final PiecesPane pieces = new PiecesPane();
    private final ChartPane chart;
    private final PicturePane picture;
    private final FileDialogs.Save dialog;
    private final Node nothing =
            new EmptyState(Feather.PLAY_CIRCLE, text("result.empty.title"), text("result.empty.hint"));
    private final Label note = Controls.label("", "text-muted", "text-small");
    private final Label ending = Controls.wrapped("", "text-muted", "text-small", "output-note");
    private final ToggleGroup group = new ToggleGroup();
    private final HBox choices = new HBox();
    private final Map<Way, Node> views = new EnumMap<>(Way.class);
    private final ResultTableView table;
    private final HBox tools = new HBox();
    private final List<Node> whole;
    private final HBox bar;

    /** @param dialog asks where to save */
    public OutputPane(ResultViewModel results, TaskRunner tasks, FileDialogs.Save dialog) {
        this.results = results;
        this.dialog = dialog;
        json.area().setId("output");
        json.area().setWrapText(true);
        note.setId("output-note");
        ending.setId("output-ending");
        ending.setGraphic(Controls.icon(Feather.ALERT_TRIANGLE));
        tree = new OutputTreeView(tasks);
        chart = new ChartPane(tasks, results.table().rowsProperty());
        picture = new PicturePane(tasks);
        views.put(Way.TEXT, json);
        views.put(Way.PIECES, pieces);
        views.put(Way.TREE, tree);
        table = new ResultTableView(results.table(), dialog);
        views.put(Way.TABLE, table);
        views.put(Way.CHART, chart);
        views.put(Way.PICTURE, picture);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null && before != null && choices.getChildren().contains(before)) {
                group.selectToggle(before);
            }
            chooseView();
        });
        Node copy = Controls.iconButton(Feather.COPY, text("result.copy"), this::copy);
        Node save = Controls.iconButton(Feather.DOWNLOAD, text("result.save"), this::save);
        save.setId("output-save");
        whole = List.of(copy, save);
        Node spring = Controls.spring();
        spring.visibleProperty().bind(tools.visibleProperty().not());
        spring.managedProperty().bind(spring.visibleProperty());
        choices.setMinWidth(USE_PREF_SIZE);
        choices.setAlignment(Pos.CENTER_LEFT);
        note.getStyleClass().add("output-note");
        bar = new HBox(Spacing.S, choices, tools, spring, copy, save);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        StackPane content = new StackPane();
        content.getChildren().addAll(views.values());
        content.getChildren().addAll(nothing, before());
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(bar, note, content, ending);
        FindKey.on(this, this::search);
        note.managedProperty().bind(note.textProperty().isNotEmpty());
        ending.managedProperty().bind(ending.textProperty().isNotEmpty());
        ending.visibleProperty().bind(ending.managedProperty());
        results.documentProperty().addListener((_, _, document) -> show(document));
        results.streamedProperty().addListener((_, _, text) -> showStreamed(text));
        show(results.documentProperty().get());
    }

    /** The field that searches what is looked at; only tables and trees have one. */
    private Optional<TextField> search() {
        return switch (chosen()) {
            case TABLE -> Optional.of(table.filter());
            case TREE -> Optional.of(tree.search());
            default -> Optional.empty();
        };
    }

    /** A sign over the output of the run before while another run lasts, which moves nothing. Short runs need none. */
    private Node before() {
        Label before = Controls.label(text("result.before"), "output-before");
        before.setId("output-before");
        before.setMouseTransparent(true);
        before.setVisible(false);
        StackPane.setAlignment(before, Pos.TOP_RIGHT);
        PauseTransition patience = new PauseTransition(PATIENCE);
        patience.setOnFinished(_ -> before.setVisible(!nothing.isVisible()));
        results.earlier().addListener((_, _, earlier) -> {
            before.setVisible(false);
            if (earlier) {
                patience.playFromStart();
            } else {
                patience.stop();
            }
        });
        return before;
    }

    /** What comes while the function still runs; the whole takes its place at the end. */
    private void showStreamed(String text) {
        if (text.isEmpty()) {
            return;
        }
        Controls.show(nothing, false);
        views.forEach((way, view) -> Controls.show(view, way == Way.TEXT));
        Controls.show(choices, false);
        Controls.show(bar, true);
        note.setText(text("result.streaming"));
        ending.setText("");
        inText = null;
        json.append(text);
    }

    private void show(@Nullable ResultDocument document) {
        boolean some = document != null && document.outputJson() != null;
        Controls.show(nothing, !some);
        Controls.show(bar, some);
        pieces.show(document == null ? List.of() : document.pieces());
        tree.show(document == null ? null : document.tree());
        chart.show(document == null ? null : document.table());
        picture.show(document == null ? null : document.picture());
        offer(
                document == null ? List.of() : ways(document),
                document != null && !document.tablePath().isEmpty());
        chooseView();
    }

    private static List<Way> ways(ResultDocument document) {
        List<Way> ways = new ArrayList<>(List.of(Way.TEXT));
        if (!document.pieces().isEmpty()) {
            ways.add(Way.PIECES);
        }
        if (document.tree() != null) {
            ways.add(Way.TREE);
        }
        ResultTable table = document.table();
        if (table != null) {
            ways.add(Way.TABLE);
            if (!ChartData.measures(table).isEmpty()) {
                ways.add(Way.CHART);
            }
        }
        if (document.picture() != null) {
            ways.add(Way.PICTURE);
        }
        return ways;
    }

    /** @param inner whether the table is a part of the output only, so that the whole is shown first */
    private void offer(List<Way> ways, boolean inner) {
        List<Node> buttons = new ArrayList<>();
        ToggleButton first = null;
        for (int i = 0; i < ways.size(); i++) {
            Way way = ways.get(i);
            ToggleButton button = new ToggleButton(text("result.way." + way));
            button.setId("output-way-" + way);
            String pill = i == 0 ? "left-pill" : i == ways.size() - 1 ? "right-pill" : "center-pill";
            button.getStyleClass().addAll(pill, "small");
            button.setUserData(way);
            buttons.add(button);
            if (way.comesByItself() && !(inner && way == Way.TABLE)) {
                first = button;
            }
        }
        choices.getChildren().setAll(buttons);
        group.getToggles().setAll(buttons.stream().map(ToggleButton.class::cast).toList());
        Controls.show(choices, ways.size() > 1);
        if (first != null) {
            first.setSelected(true);
        }
    }

    private void chooseView() {
        ResultDocument document = results.documentProperty().get();
        boolean some = document != null && document.outputJson() != null;
        Way chosen = chosen();
        views.forEach((way, view) -> Controls.show(view, some && way == chosen));
        // Laying out a large text holds the window: not before somebody looks at it. Between two offers nothing is
        // chosen.
        boolean settled =
                group.getSelectedToggle() != null || choices.getChildren().isEmpty();
        if (settled && chosen == Way.TEXT && (document == null || document != inText)) {
            json.show(document == null ? "" : document.output().text());
            inText = document;
        }
        // Only the text is cut; the other ways show all there is.
        boolean cutElsewhere = document != null && document.output().cut() && chosen != Way.TEXT;
        note.setText(document == null ? "" : cutElsewhere ? document.remark().orElse("") : document.note());
        ending.setText(document == null ? "" : document.ending());
        // A table brings its own ways to filter, copy and export.
        boolean tabular = some && chosen == Way.TABLE;
        tools.getChildren().setAll(tabular ? List.of(table.tools()) : List.of());
        HBox.setHgrow(tools, tabular ? Priority.ALWAYS : Priority.NEVER);
        Controls.show(tools, tabular);
        whole.forEach(button -> Controls.show(button, !tabular));
        if (chosen == Way.CHART) {
            chart.draw();
        }
    }

    /** Numbers in a text that is no JSON are words like others. */
    private List<Token> tokens(String shown) {
        ResultDocument document = results.documentProperty().get();
        return document == null || document.content() == ResultDocument.Content.TEXT
                ? List.of()
                : JsonLexer.tokens(shown);
    }

    private void copy() {
        results.copy(whole -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(whole);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private Way chosen() {
        return group.getSelectedToggle() == null
                ? Way.TEXT
                : (Way) group.getSelectedToggle().getUserData();
    }

    /** Saves what is looked at: a chart as a picture or its table, a picture as the file it is, else the whole output. */
    private void save() {
        Window window = getScene().getWindow();
        switch (chosen()) {
            case CHART -> dialog.ask(window, text("result.save.chart"), "chart.png", this::saveChart, CHART_FORMATS);
            case PICTURE ->
                dialog.ask(window, text("result.save"), "output." + results.pictureEnding(), results::savePicture);
            default -> dialog.ask(window, text("result.save"), "output.json", results::save);
        }
    }

    private void saveChart(Path file) {
        if (TableExport.isFormat(file)) {
            results.table().export(file);
        } else {
            chart.picture().ifPresent(drawn -> results.save(file, drawn::write));
        }
    }
}
