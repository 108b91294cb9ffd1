package dev.bobbin.app.compare;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.FilesToSee;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Files over the window: their names, and the chosen one as it is. */
public final class FilesPane extends Overlay {

    private static final double WIDTH = 1100;
    private static final double HEIGHT = 680;
    private static final double NAME = 260;
    private static final double SIZE = 80;
    private static final double NAMES_SHARE = 0.36;

    /** More of one file nobody reads here. */
    private static final int LONGEST = 200_000;

    private final TaskRunner tasks;
    private final Label title = Controls.wrapped("", "text-muted");
    private final TableView<FilesToSee.Entry> names = new TableView<>();
    private final ReadOnlyCode content = new ReadOnlyCode(text("files.content"), _ -> List.of());
    private Runnable closed = () -> {};

    public FilesPane(TaskRunner tasks) {
        super("files-to-see", text("files.title"), text("files.close"));
        this.tasks = tasks;
        setMaxSize(WIDTH, HEIGHT);
        names.setId("files-names");
        names.setAccessibleText(text("files.names"));
        names.getStyleClass().addAll("edge-to-edge", "dense");
        names.getColumns().add(WordColumns.of(text("files.name"), NAME, FilesToSee.Entry::name));
        names.getColumns().add(WordColumns.of(text("files.size"), SIZE, file -> Long.toString(file.size())));
        names.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        names.getSelectionModel().selectedItemProperty().addListener((_, _, file) -> look(file));
        content.area().setId("files-content");
        content.area().setWrapText(true);
        SplitPane split = new SplitPane(names, content);
        split.setDividerPositions(NAMES_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(title, split);
    }

    /** Shows files, the first one at once. */
    public void open(FilesToSee files) {
        title.setText(files.title());
        closed = files.closed();
        names.getItems().setAll(files.files());
        open();
    }

    @Override
    protected void opened() {
        names.requestFocus();
        names.getSelectionModel().selectFirst();
    }

    private void look(FilesToSee.Entry file) {
        content.show("");
        if (file == null) {
            return;
        }
        tasks.run(file.content(), whole -> show(file, whole), e -> show(file, Reasons.of(e)));
    }

    private void show(FilesToSee.Entry file, String whole) {
        if (file == names.getSelectionModel().getSelectedItem()) {
            content.show(whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "\n…");
        }
    }

    @Override
    public void close() {
        if (isVisible()) {
            super.close();
            closed.run();
        }
    }
}
