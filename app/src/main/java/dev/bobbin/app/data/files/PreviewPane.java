package dev.bobbin.app.data.files;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.data.grid.DataGrid;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.Words;
import dev.bobbin.emulator.standin.TextEncoding;
import dev.bobbin.themes.Spacing;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is to be seen of a file: text, JSON, rows, a picture. */
final class PreviewPane extends StackPane {

    /** Pictures are decoded no larger than this, in pixels. */
    private static final double LARGEST_PICTURE = 1600;

    /** What texts are usually written in. */
    private static final List<Charset> ENCODINGS = List.of(
            StandardCharsets.UTF_8, TextEncoding.WINDOWS_1252, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final Consumer<Charset> readAs;
    private boolean json;
    private final ReadOnlyCode code =
            new ReadOnlyCode(text("data.preview.name"), words -> json ? JsonLexer.tokens(words) : List.of());
    private final DataGrid grid = new DataGrid(text("data.preview.name"), null);
    private final ImageView picture = new ImageView();
    private final ScrollPane frame = new ScrollPane(picture);

    /** @param readAs reads the text in another encoding */
    PreviewPane(ObservableValue<@Nullable Preview> preview, Consumer<Charset> readAs) {
        this.readAs = readAs;
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
            case Preview.Picture shown -> show(shown);
            case Preview.Nothing nothing -> showNothing(nothing.words());
        }
    }

    private void showNothing(String words) {
        getChildren().setAll(new EmptyState(Feather.EYE_OFF, text("data.preview.none"), words));
    }

    private void show(Preview.Picture shown) {
        String address = shown.file().toUri().toString();
        // In the background, since a large picture takes a while. A size that is asked for is also made of a smaller
        // one.
        Image image = new Image(address, decoded(shown.width()), decoded(shown.height()), true, true, true);
        picture.setImage(image);
        // As large as it is, unless there is less room.
        picture.fitWidthProperty()
                .bind(Bindings.min(image.widthProperty(), frame.widthProperty().subtract(Spacing.S)));
        getChildren().setAll(frame);
        image.errorProperty().subscribe(failed -> {
            if (failed && picture.getImage() == image) {
                showNothing(text("data.preview.brokenPicture"));
            }
        });
    }

    /** The width or height to ask for of a picture that has this one, or 0 when nobody knows. */
    private static double decoded(int size) {
        return size == 0 ? LARGEST_PICTURE : Math.min(size, LARGEST_PICTURE);
    }

    private void show(Preview.Text words) {
        json = words.json();
        code.show(words.text());
        StringJoiner facts = new StringJoiner(" ");
        if (words.cut()) {
            facts.add(text("data.preview.cut"));
        }
        if (words.indented()) {
            facts.add(text("data.preview.indented"));
        }
        show(facts, words.read(), code);
    }

    private void show(Preview.Rows rows) {
        grid.showColumns(rows.columns());
        grid.getColumns().forEach(column -> column.setSortable(false));
        grid.showRows(FXCollections.observableList(rows.rows()));
        StringJoiner facts = new StringJoiner(" ");
        facts.add(text(
                rows.more() ? "data.preview.firstRows" : "table.rows",
                rows.rows().size()));
        show(facts, rows.read(), grid);
    }

    /** The content below a line that tells of it, and how it is read. */
    private void show(StringJoiner facts, Preview.@Nullable Read read, Region content) {
        if (read != null && !read.chosen() && !read.encoding().equals(StandardCharsets.UTF_8)) {
            facts.add(text("data.preview.assumed", read.encoding().displayName()));
        }
        Label told = Controls.wrapped(facts.toString(), "text-muted", "text-small");
        told.setId("preview-facts");
        // One below the other, so that a narrow preview leaves the list its share.
        VBox head = new VBox(Spacing.XS, told);
        head.getStyleClass().add("query-title");
        if (read != null) {
            head.getChildren().add(encodings(read));
        }
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().setAll(new VBox(head, content));
    }

    private ComboBox<Charset> encodings(Preview.Read read) {
        ComboBox<Charset> encodings = new ComboBox<>();
        encodings.setId("preview-encoding");
        encodings.getStyleClass().add("small");
        encodings.setAccessibleText(text("data.preview.encoding"));
        encodings.setTooltip(new Tooltip(text("data.preview.encoding")));
        encodings.setMinWidth(0);
        encodings.setConverter(new Words<>(Charset::displayName));
        encodings.getItems().setAll(ENCODINGS);
        encodings.setValue(read.encoding());
        encodings.setOnAction(_ -> readAs.accept(encodings.getValue()));
        return encodings;
    }
}
