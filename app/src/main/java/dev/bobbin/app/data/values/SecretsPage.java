package dev.bobbin.app.data.values;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.fx.WrappingBar;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The secrets of a key vault, masked until somebody asks to see one. */
public final class SecretsPage extends VBox {

    private static final double NAME_WIDTH = 200;
    private static final double VALUE_WIDTH = 240;
    private static final double STATE_WIDTH = 120;
    private static final String MASK = "••••••••";

    private final SecretsViewModel model;
    private final TableView<SecretsViewModel.Row> table = new TableView<>();
    private final Prompt prompt;
    private int place = -1;

    /** @param prompt asks for names and values */
    public SecretsPage(SecretsViewModel model, Prompt prompt) {
        this.model = model;
        this.prompt = prompt;
        table.setId("secrets");
        table.setAccessibleText(text("data.secrets.name"));
        table.setItems(model.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setPlaceholder(
                new EmptyState(Feather.KEY, text("data.secrets.empty.title"), text("data.secrets.empty.hint")));
        table.getColumns()
                .add(WordColumns.of(
                        text("data.secrets.secret"),
                        NAME_WIDTH,
                        row -> row.secret().name()));
        table.getColumns()
                .add(WordColumns.of(
                        text("data.secrets.value"),
                        VALUE_WIDTH,
                        row -> row.value().orElse(MASK)));
        table.getColumns().add(WordColumns.of(text("data.secrets.state"), STATE_WIDTH, SecretsPage::state));
        table.getSelectionModel().selectedIndexProperty().addListener((_, _, now) -> {
            if (now.intValue() >= 0) {
                place = now.intValue();
            }
        });
        // The rows are new ones after every doing: the one that was chosen stays chosen.
        model.rows().addListener((ListChangeListener<SecretsViewModel.Row>)
                _ -> table.getSelectionModel().select(place));
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        VBox.setVgrow(table, Priority.ALWAYS);
        getChildren().addAll(bar(), table, Pages.problem("secrets-problem", model.problemProperty()));
    }

    private WrappingBar bar() {
        var chosen = table.getSelectionModel().selectedItemProperty();
        BooleanBinding none = chosen.isNull();
        BooleanBinding deleted = Bindings.createBooleanBinding(() -> isDeleted(chosen.get()), chosen);
        Button reveal = button("data.secrets.reveal", Feather.EYE, this::reveal);
        reveal.setId("secret-reveal");
        reveal.disableProperty().bind(none.or(deleted));
        Button change = button("data.secrets.change", Feather.EDIT_2, this::change);
        change.disableProperty().bind(none.or(deleted));
        Button recover = button("data.secrets.recover", Feather.ROTATE_CCW, () -> withChosen(model::recover));
        recover.disableProperty().bind(deleted.not());
        Button add = Controls.iconButton(Feather.PLUS, text("data.secrets.add"), this::add);
        add.setId("secret-add");
        Button delete = Controls.iconButton(Feather.TRASH_2, text("data.delete"), () -> withChosen(model::delete));
        delete.disableProperty().bind(none.or(deleted));
        return Pages.bar(reveal, change, recover, Controls.spring(), add, delete);
    }

    private static boolean isDeleted(SecretsViewModel.@Nullable Row row) {
        return row != null && row.secret().deleted();
    }

    private static Button button(String key, Feather icon, Runnable action) {
        Button button = new Button(text(key), Controls.icon(icon));
        button.getStyleClass().add("small");
        button.setOnAction(_ -> action.run());
        return button;
    }

    private static String state(SecretsViewModel.Row row) {
        if (row.secret().deleted()) {
            return text("data.secrets.deleted");
        }
        return row.secret().enabled() ? "" : text("data.secrets.disabled");
    }

    private void withChosen(Consumer<SecretsViewModel.Row> action) {
        SecretsViewModel.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            action.accept(row);
        }
    }

    private void reveal() {
        withChosen(model::toggle);
    }

    private void change() {
        SecretsViewModel.Row row = table.getSelectionModel().getSelectedItem();
        if (row != null) {
            String name = row.secret().name();
            prompt.askMasked(text("data.secrets.add.value", name), value -> model.set(name, value));
        }
    }

    private void add() {
        prompt.ask(
                text("data.secrets.add.name"),
                "",
                name -> prompt.askMasked(text("data.secrets.add.value", name), value -> model.set(name, value)));
    }

    private void keyPressed(KeyEvent event) {
        SecretsViewModel.Row row = table.getSelectionModel().getSelectedItem();
        if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && !isDeleted(row)) {
            reveal();
        } else if (event.getCode() == KeyCode.INSERT) {
            add();
        } else if (event.getCode() == KeyCode.F2 && !isDeleted(row)) {
            change();
        } else if (event.getCode() == KeyCode.DELETE && !isDeleted(row)) {
            withChosen(model::delete);
        } else {
            return;
        }
        event.consume();
    }
}
