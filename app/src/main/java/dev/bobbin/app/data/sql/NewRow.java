package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.themes.Spacing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Asks for the values of a new row; a field left empty gives its column the default, or NULL. */
final class NewRow extends VBox {

    private static final double FIELD_WIDTH = 130;
    /** Two rows of fields, and three. */
    private static final double LOWEST = 120;

    private static final double HIGHEST = 178;

    /** Lines around the fields. */
    private static final double EDGES = 2;

    private final BiConsumer<Map<String, @Nullable String>, Runnable> taker;
    private final FlowPane fields = new FlowPane(Spacing.M, Spacing.S);
    private final Map<String, TextField> byColumn = new LinkedHashMap<>();

    NewRow(BiConsumer<Map<String, @Nullable String>, Runnable> taker) {
        super(Spacing.S);
        this.taker = taker;
        getStyleClass().add("inline-page");
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            } else if (event.getCode() == KeyCode.ENTER && event.getTarget() instanceof TextField) {
                take();
            } else {
                return;
            }
            event.consume();
        });
        Controls.show(this, false);
    }

    /** Made when it is first opened: most people only look at tables. */
    private void make() {
        ScrollPane page = new ScrollPane(fields);
        page.setFitToWidth(true);
        // As high as its fields, as far as there is room.
        page.minHeightProperty()
                .bind(Bindings.min(LOWEST, fields.heightProperty().add(EDGES)));
        page.setMaxHeight(HIGHEST);
        page.getStyleClass().add("page");
        Button add = new Button(text("data.table.add"), Controls.icon(Feather.PLUS));
        add.setId("new-row-add");
        add.getStyleClass().add("small");
        add.setOnAction(_ -> take());
        Button cancel = new Button(text("choice.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> close());
        add.setMinWidth(USE_PREF_SIZE);
        cancel.setMinWidth(USE_PREF_SIZE);
        Label hint = Controls.wrapped(text("data.table.add.hint"), "text-muted", "text-small");
        HBox foot = new HBox(Spacing.S, add, cancel, hint);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(page, foot);
    }

    void open(List<GridColumn> columns) {
        if (getChildren().isEmpty()) {
            make();
        }
        fields.getChildren().clear();
        byColumn.clear();
        columns.stream().filter(GridColumn::writable).forEach(column -> {
            TextField field = new LimitedField();
            field.setId("new-" + column.name());
            field.setPrefWidth(FIELD_WIDTH);
            // That it cannot be NULL is told by the table's head below; here it would be cut off.
            field.setPromptText(column.type().replace(" not null", ""));
            field.setAccessibleText(column.name() + ", " + column.type());
            Label name = Controls.label(column.name(), "field-name");
            name.setLabelFor(field);
            fields.getChildren().add(new VBox(Spacing.XS, name, field));
            byColumn.put(column.name(), field);
        });
        Controls.show(this, true);
        byColumn.values().stream().findFirst().ifPresent(TextField::requestFocus);
    }

    private void take() {
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        byColumn.forEach((column, field) -> {
            if (!field.getText().isEmpty()) {
                values.put(column, field.getText());
            }
        });
        // What is refused stays to be mended.
        taker.accept(values, this::close);
    }

    void close() {
        Controls.show(this, false);
    }
}
