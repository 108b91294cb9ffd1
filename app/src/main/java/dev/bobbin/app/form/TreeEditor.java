package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.CellText;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Faint;
import dev.bobbin.app.fx.InlineEditor;
import dev.bobbin.app.fx.UndoKeys;
import dev.bobbin.themes.Spacing;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Edits a list or an object as a tree: names, kinds and values, all from the keyboard. */
final class TreeEditor extends VBox {

    private static final double ROW_HEIGHT = 28;

    private final TreeViewModel model;
    private final TreeTableView<TreeEntry> table = new TreeTableView<>();
    private final Set<String> closed = new HashSet<>();
    private final HBox tools;
    /** What was just added and is being named; null else. */
    private @Nullable TreeEntry adding;

    TreeEditor(TreeViewModel model, String name) {
        super(Spacing.XS);
        this.model = model;
        table.setAccessibleText(text("tree.name", name));
        table.setEditable(true);
        table.setPrefHeight(JsonInput.TABLE_HEIGHT);
        // Else the table makes a row more to measure it, before it shows any.
        table.setFixedCellSize(ROW_HEIGHT);
        table.getStyleClass().addAll("dense", "tree-editor");
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().add(column("tree.column.name", entry -> CellText.of(entry.label()), Part.NAME));
        table.getColumns().add(column("tree.column.value", this::shown, Part.VALUE));
        table.setContextMenu(menu());
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        Label problem = Controls.wrapped("", "text-small", "field-message");
        problem.textProperty().bind(model.problemProperty());
        problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        tools = bar();
        getChildren().addAll(table, problem);
        model.rootProperty().addListener((_, _, now) -> show(now));
        show(model.rootProperty().get());
    }

    /** The buttons, which stand where there is room for them. */
    HBox tools() {
        return tools;
    }

    private enum Part {
        NAME,
        VALUE
    }

    private HBox bar() {
        HBox bar = new HBox(
                button(Feather.PLUS, "tree.add", this::add),
                button(Feather.MINUS, "tree.remove", model::remove),
                button(Feather.ARROW_UP, "tree.up", entry -> model.move(entry, -1)),
                button(Feather.ARROW_DOWN, "tree.down", entry -> model.move(entry, 1)));
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button button(Feather icon, String key, Consumer<TreeEntry> action) {
        return Controls.iconButton(icon, text(key), () -> onChosen(action));
    }

    private TreeTableColumn<TreeEntry, String> column(String title, Function<TreeEntry, String> shown, Part part) {
        TreeTableColumn<TreeEntry, String> column = new TreeTableColumn<>(text(title));
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(shown.apply(cell.getValue().getValue())));
        column.setCellFactory(_ -> new EntryCell(part));
        return column;
    }

    private String shown(TreeEntry entry) {
        if (entry.parent() == null && model.absent()) {
            return text("tree.absent");
        }
        return switch (entry.kind()) {
            case LIST -> text("tree.list", entry.children().size());
            case OBJECT -> text("tree.object", entry.children().size());
            // As in JSON: what stands in quotes is a text, also when it looks like a number.
            case TEXT -> '"' + CellText.of(entry.value()) + '"';
            default -> CellText.of(entry.value());
        };
    }

    /** Adds a value and has its name written, where it has one, and then what it is. */
    private void add(TreeEntry beside) {
        model.add(beside).ifPresent(added -> {
            TreeItem<TreeEntry> item = find(table.getRoot(), added);
            if (item != null) {
                item.getParent().setExpanded(true);
                table.getSelectionModel().clearAndSelect(table.getRow(item));
                adding = added;
                edit(added, added.named() ? Part.NAME : Part.VALUE);
            }
        });
    }

    private void edit(TreeEntry entry, Part part) {
        TreeItem<TreeEntry> item = find(table.getRoot(), entry);
        int row = item == null ? -1 : table.getRow(item);
        if (row >= 0) {
            table.scrollTo(row);
            // Only cells that are there can be edited.
            table.layout();
            table.edit(row, table.getColumns().get(part.ordinal()));
        }
    }

    private static @Nullable TreeItem<TreeEntry> find(TreeItem<TreeEntry> below, TreeEntry entry) {
        if (below.getValue() == entry) {
            return below;
        }
        return below.getChildren().stream()
                .map(child -> find(child, entry))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The table's and not the rows', which only a pointer reaches. */
    private ContextMenu menu() {
        Menu kinds = new Menu(text("tree.become"));
        for (TreeEntry.Kind kind : TreeEntry.Kind.values()) {
            kinds.getItems().add(item("tree.kind." + kind, entry -> model.become(entry, kind)));
        }
        return new ContextMenu(
                kinds,
                item("tree.add", this::add),
                item("tree.remove", model::remove),
                item("tree.up", entry -> model.move(entry, -1)),
                item("tree.down", entry -> model.move(entry, 1)));
    }

    private MenuItem item(String key, Consumer<TreeEntry> action) {
        MenuItem item = new MenuItem(text(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> onChosen(action));
        return item;
    }

    private void onChosen(Consumer<TreeEntry> action) {
        TreeItem<TreeEntry> chosen = table.getSelectionModel().getSelectedItem();
        TreeItem<TreeEntry> target = chosen == null ? table.getRoot() : chosen;
        if (target != null) {
            action.accept(target.getValue());
        }
    }

    private void keyPressed(KeyEvent event) {
        TreeItem<TreeEntry> chosen = table.getSelectionModel().getSelectedItem();
        if (chosen == null || table.getEditingCell() != null) {
            return;
        }
        if (event.getCode() == KeyCode.INSERT) {
            add(chosen.getValue());
        } else if (UndoKeys.isRedo(event)) {
            model.redo();
        } else if (UndoKeys.isUndo(event)) {
            model.undo();
        } else if (event.getCode() == KeyCode.DELETE) {
            model.remove(chosen.getValue());
        } else {
            return;
        }
        event.consume();
    }

    private void show(@Nullable TreeEntry root) {
        int chosen = table.getSelectionModel().getSelectedIndex();
        if (root == null) {
            return;
        }
        table.setRoot(item(root, ""));
        table.getSelectionModel().select(Math.min(Math.max(0, chosen), table.getExpandedItemCount() - 1));
    }

    private TreeItem<TreeEntry> item(TreeEntry entry, String path) {
        TreeItem<TreeEntry> item = new TreeItem<>(entry);
        String own = path + "/" + entry.label();
        item.setExpanded(!closed.contains(own));
        item.expandedProperty().addListener((_, _, open) -> {
            if (open) {
                closed.remove(own);
            } else {
                closed.add(own);
            }
        });
        entry.children().forEach(child -> item.getChildren().add(item(child, own)));
        return item;
    }

    /** A name or a value; Enter or F2 edits it. */
    private final class EntryCell extends TreeTableCell<TreeEntry, String> {

        private final Part part;
        private final InlineEditor editor = new InlineEditor(this::commitEdit, this::cancelEdit);

        EntryCell(Part part) {
            this.part = part;
        }

        private @Nullable TreeEntry entry() {
            return getTableRow() == null ? null : getTableRow().getItem();
        }

        @Override
        public void startEdit() {
            TreeEntry entry = entry();
            boolean allowed = entry != null
                    && (part == Part.NAME ? entry.named() : !entry.kind().hasChildren());
            if (entry == null || !allowed) {
                return;
            }
            super.startEdit();
            setGraphic(editor.open(part == Part.NAME ? entry.label() : model.typed(entry)));
            setText(null);
            editor.focus();
        }

        @Override
        public void commitEdit(String words) {
            TreeEntry entry = entry();
            boolean stays = editor.hasKeyboard();
            boolean goesOn = entry != null && entry == adding && part == Part.NAME && stays;
            super.commitEdit(words);
            if (entry != null && part == Part.NAME) {
                model.rename(entry, words);
            } else if (entry != null) {
                model.type(entry, words);
            }
            adding = null;
            if (goesOn && entry != null) {
                edit(entry, Part.VALUE);
            } else if (stays) {
                table.requestFocus();
            }
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            setGraphic(null);
            setText(getItem());
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(null);
            setText(empty ? null : item);
            TreeEntry entry = entry();
            boolean faint = !empty
                    && part == Part.VALUE
                    && entry != null
                    && (entry.kind().hasChildren() || entry.kind() == TreeEntry.Kind.NULL);
            pseudoClassStateChanged(Faint.STATE, faint);
        }
    }
}
