package dev.bobbin.app.data.values;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.CellText;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.InlineEditor;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.fx.Words;
import dev.bobbin.app.fx.WrappingBar;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A variable library: value sets, the one that runs see, and values to edit. */
public final class VariablesPage extends VBox {

    private static final double NAME_WIDTH = 150;
    private static final double TYPE_WIDTH = 80;
    private static final double VALUE_WIDTH = 200;
    private static final double NOTE_WIDTH = 140;

    private final VariablesViewModel model;
    private final TableView<NamedValues.Variable> table = new TableView<>();
    private final ComboBox<Optional<String>> sets = new ComboBox<>();
    private final Prompt prompt;
    private final TableColumn<NamedValues.Variable, String> values;

    /** @param prompt asks for names and values */
    public VariablesPage(VariablesViewModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
        sets.setId("value-set");
        sets.setAccessibleText(text("data.variables.set"));
        sets.setItems(model.valueSets());
        nameSets();
        // The name says which one is active.
        model.activeProperty().addListener((_, _, _) -> nameSets());
        sets.setOnAction(_ -> {
            if (sets.getValue() != null
                    && !sets.getValue().equals(model.shownProperty().get())) {
                model.showSet(sets.getValue());
            }
        });
        model.shownProperty().addListener((_, _, now) -> sets.setValue(now));
        // The list of sets may come after the one that is shown.
        model.valueSets().subscribe(() -> sets.setValue(model.shownProperty().get()));
        sets.setValue(model.shownProperty().get());
        table.setId("variables");
        table.setAccessibleText(text("data.variables.name"));
        table.setItems(model.variables());
        table.setEditable(true);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setPlaceholder(
                new EmptyState(Feather.LIST, text("data.variables.empty.title"), text("data.variables.empty.hint")));
        values = WordColumns.of(text("data.variables.value"), VALUE_WIDTH, NamedValues.Variable::value);
        values.setCellFactory(_ -> new ValueCell());
        table.getColumns()
                .addAll(List.of(
                        WordColumns.of(text("data.variables.variable"), NAME_WIDTH, NamedValues.Variable::name),
                        values,
                        WordColumns.of(text("data.variables.type"), TYPE_WIDTH, NamedValues.Variable::type),
                        WordColumns.of(text("data.variables.note"), NOTE_WIDTH, VariablesPage::note)));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table, Pages.problem("variables-problem", model.problemProperty()));
    }

    private void nameSets() {
        sets.setConverter(new Words<>(set -> {
            String name = VariablesViewModel.name(set);
            return set.equals(model.activeProperty().get()) ? text("data.variables.active", name) : name;
        }));
    }

    private WrappingBar bar() {
        Button activate = new Button(text("data.variables.activate"), Controls.icon(Feather.CHECK));
        activate.setId("activate-set");
        activate.getStyleClass().add("small");
        activate.setOnAction(_ -> model.activate());
        activate.disableProperty().bind(Bindings.equal(model.shownProperty(), model.activeProperty()));
        Button add = Controls.iconButton(Feather.PLUS, text("data.variables.add"), this::add);
        add.setId("add-variable");
        Button delete = Controls.iconButton(Feather.TRASH_2, text("data.variables.delete"), this::delete);
        activate.setMinWidth(USE_PREF_SIZE);
        return Pages.bar(sets, activate, Controls.spring(), add, delete);
    }

    private static String note(NamedValues.Variable variable) {
        String own = variable.own() ? text("data.variables.own") : "";
        return own.isEmpty() || variable.note().isEmpty() ? own + variable.note() : own + ", " + variable.note();
    }

    private void keyPressed(KeyEvent event) {
        if (table.getEditingCell() != null) {
            return;
        }
        TablePosition<?, ?> cell = table.getFocusModel().getFocusedCell();
        if ((event.getCode() == KeyCode.F2 || (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()))
                && cell.getRow() >= 0) {
            table.edit(cell.getRow(), values);
        } else if (event.getCode() == KeyCode.DELETE) {
            delete();
        } else if (event.getCode() == KeyCode.INSERT) {
            add();
        } else {
            return;
        }
        event.consume();
    }

    private void add() {
        prompt.ask(
                text("data.variables.add.name"),
                "",
                name -> prompt.ask(text("data.variables.add.value", name), "", value -> model.set(name, value)));
    }

    private void delete() {
        NamedValues.Variable chosen = table.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            model.remove(chosen.name());
        }
    }

    /** A value that can be written over. */
    private final class ValueCell extends TableCell<NamedValues.Variable, String> {

        private final InlineEditor inline = new InlineEditor(this::take, this::cancelEdit);

        @Override
        public void startEdit() {
            super.startEdit();
            setGraphic(inline.open(getItem()));
            setText(null);
            inline.focus();
        }

        private void take(String words) {
            NamedValues.Variable variable = getTableRow().getItem();
            boolean stays = inline.hasKeyboard();
            cancelEdit();
            if (stays) {
                table.requestFocus();
            }
            if (variable != null && !words.equals(variable.value())) {
                model.set(variable.name(), words);
            }
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(String value, boolean empty) {
            super.updateItem(value, empty);
            setGraphic(null);
            setText(empty || value == null ? null : CellText.of(value));
        }
    }
}
