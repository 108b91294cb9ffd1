package dev.bobbin.app.data;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is to be seen of a file: text, JSON, rows, a picture. */
final class PreviewPane extends StackPane {

    /** Pictures are decoded no larger than this, in pixels. */
    private static final double LARGEST_PICTURE = 1600;

    private boolean json;
    private final ReadOnlyCode code =
            new ReadOnlyCode(text("data.preview.name"), words -> json ? JsonLexer.tokens(words) : List.of());
    private final DataGrid grid = new DataGrid(text("data.preview.name"), null);
    private final ImageView picture = new ImageView();
    private final ScrollPane frame = new ScrollPane(picture);

    PreviewPane(ObservableValue<@Nullable Preview> preview) {
        setId("preview");
        code.area().setId("preview-text");
        grid.setId("preview-rows");
        picture.setPreserveRatio(true);
        picture.setId("preview-picture");
        frame.getStyleClass().add("edge-to-edge");
        preview.addListener((_, _, now) -> show(now));
        show(preview.getValue());
    }

    private void show(@Nullable Preview preview) {
        picture.setImage(null);
        switch (preview) {
            case null ->
                getChildren()
                        .setAll(new EmptyState(Feather.EYE, text("data.preview.title"), text("data.preview.hint")));
            case Preview.Text words -> show(words);
            case Preview.Rows rows -> show(rows);
            case Preview.Picture shown -> {
                String address = shown.file().toUri().toString();
                // In the background, since a large picture takes a while.
                Image image = new Image(address, LARGEST_PICTURE, LARGEST_PICTURE, true, true, true);
                picture.setImage(image);
                // As large as it is, unless there is less room.
                picture.fitWidthProperty()
                        .bind(Bindings.min(
                                image.widthProperty(), frame.widthProperty().subtract(Spacing.S)));
                getChildren().setAll(frame);
            }
            case Preview.Nothing nothing ->
                getChildren().setAll(new EmptyState(Feather.EYE_OFF, text("data.preview.none"), nothing.words()));
        }
    }

    private void show(Preview.Text words) {
        json = words.json();
        code.show(words.text());
        VBox page = new VBox(code);
        VBox.setVgrow(code, Priority.ALWAYS);
        if (words.cut()) {
            page.getChildren()
                    .addFirst(Controls.wrapped(text("data.preview.cut"), "text-muted", "text-small", "query-title"));
        }
        getChildren().setAll(page);
    }

    private void show(Preview.Rows rows) {
        grid.showColumns(rows.columns());
        grid.getColumns().forEach(column -> column.setSortable(false));
        grid.showRows(FXCollections.observableList(rows.rows()));
        VBox page = new VBox(
                Controls.wrapped(
                        text(
                                rows.more() ? "data.preview.firstRows" : "table.rows",
                                rows.rows().size()),
                        "text-muted",
                        "text-small",
                        "query-title"),
                grid);
        VBox.setVgrow(grid, Priority.ALWAYS);
        getChildren().setAll(page);
    }
}
