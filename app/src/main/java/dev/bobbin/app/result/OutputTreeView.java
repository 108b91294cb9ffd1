package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeCell;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The output as a tree, with search, and the path of what is chosen. */
final class OutputTreeView extends VBox {

    private static final int MOST_FOUND = 1_000;

    /** Room for the whole prompt, in the longer of the two languages. */
    private static final int SEARCH_LETTERS = 20;

    private final TaskRunner tasks;
    private final TreeView<OutputTree> tree = new TreeView<>();
    private final TextField words = new LimitedField();
    private final Label path = Controls.label("", "code-text", "text-muted");
    private final Label count = Controls.label("", "text-muted", "text-small");
    private List<List<Integer>> found = List.of();
    private int current = -1;

    OutputTreeView(TaskRunner tasks) {
        this.tasks = tasks;
        tree.setId("output-tree");
        tree.setAccessibleText(text("tree.output"));
        tree.getStyleClass().addAll("edge-to-edge", "output-tree");
        tree.setCellFactory(_ -> new NodeCell());
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> path.setText(pathOf(chosen)));
        tree.setContextMenu(new ContextMenu(
                item("tree.copyPath", () -> copy(path.getText())), item("tree.copyValue", this::copyValue)));
        tree.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.C && event.isShortcutDown()) {
                if (event.isShiftDown()) {
                    copy(path.getText());
                } else {
                    copyValue();
                }
                event.consume();
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        getChildren().addAll(bar(), tree);
    }

    private HBox bar() {
        words.setId("tree-search");
        words.setPrefColumnCount(SEARCH_LETTERS);
        words.setPromptText(text("tree.search"));
        words.setAccessibleText(text("tree.search"));
        words.textProperty().addListener((_, _, now) -> search(now));
        words.setOnAction(_ -> go(current + 1));
        path.setMinWidth(0);
        path.setId("tree-path");
        HBox.setHgrow(path, Priority.ALWAYS);
        HBox bar = new HBox(
                Spacing.S,
                words,
                count,
                path,
                Controls.spring(),
                Controls.iconButton(Feather.LINK_2, text("tree.copyPath"), () -> copy(path.getText())));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    /** The field that searches the tree. */
    TextField search() {
        return words;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    void show(@Nullable OutputTree root) {
        words.clear();
        path.setText("");
        if (root == null) {
            tree.setRoot(null);
            return;
        }
        TreeItem<OutputTree> whole = new LazyItem(root);
        whole.setExpanded(true);
        if (root.isSmall()) {
            whole.getChildren().forEach(child -> child.setExpanded(true));
        }
        tree.setRoot(whole);
    }

    private void search(String wanted) {
        TreeItem<OutputTree> whole = tree.getRoot();
        found = List.of();
        current = -1;
        count.setText("");
        if (whole == null || wanted.isBlank()) {
            return;
        }
        tasks.run(
                () -> whole.getValue().find(wanted.strip(), MOST_FOUND),
                places -> {
                    if (whole == tree.getRoot() && wanted.equals(words.getText())) {
                        found = places;
                        go(0);
                    }
                },
                _ -> count.setText(""));
    }

    private void go(int place) {
        if (found.isEmpty()) {
            count.setText(text("find.none"));
            return;
        }
        current = Math.floorMod(place, found.size());
        count.setText(text("find.count", current + 1, found.size()));
        TreeItem<OutputTree> item = tree.getRoot();
        for (int child : found.get(current)) {
            item.setExpanded(true);
            item = item.getChildren().get(child);
        }
        tree.getSelectionModel().select(item);
        tree.scrollTo(Math.max(0, tree.getRow(item) - 2));
    }

    private static String pathOf(@Nullable TreeItem<OutputTree> item) {
        return item == null ? "" : item.getValue().path();
    }

    private void copyValue() {
        TreeItem<OutputTree> chosen = tree.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            var value = chosen.getValue().value();
            copy(value.isTextual() ? value.textValue() : value.toPrettyString());
        }
    }

    private static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Makes its children when it is first opened. */
    private static final class LazyItem extends TreeItem<OutputTree> {

        private boolean made;

        LazyItem(OutputTree value) {
            super(value);
        }

        @Override
        public boolean isLeaf() {
            return getValue().leaf();
        }

        @Override
        public ObservableList<TreeItem<OutputTree>> getChildren() {
            if (!made) {
                made = true;
                super.getChildren()
                        .setAll(getValue().children().stream()
                                .map(LazyItem::new)
                                .toList());
            }
            return super.getChildren();
        }
    }

    private static final class NodeCell extends TreeCell<OutputTree> {

        private final Label label = Controls.label("", "tree-label");
        private final Label summary = Controls.label("", "tree-summary");
        private final HBox box = new HBox(Spacing.S, label, summary);

        @Override
        protected void updateItem(OutputTree node, boolean empty) {
            super.updateItem(node, empty);
            if (empty || node == null) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            label.setText(node.label().isEmpty() ? text("tree.whole") : node.label());
            summary.setText(node.summary());
            setAccessibleText(label.getText() + ": " + summary.getText());
            setGraphic(box);
        }
    }
}
