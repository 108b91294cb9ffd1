package dev.bobbin.app.data.documents;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.EditableCode;
import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.fx.WrappingBar;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The documents that a query gives beside the one that is edited. */
public final class DocumentsPage extends VBox {

    private static final double ROW_HEIGHT = 26;
    private static final double ID_WIDTH = 120;
    private static final double JSON_WIDTH = 420;
    private static final double LIST_SHARE = 0.5;

    private final DocumentsViewModel model;
    private final TableView<DocumentData.Document> list = new TableView<>();

    public DocumentsPage(DocumentsViewModel model) {
        this.model = model;
        list.setId("documents");
        list.setAccessibleText(text("data.documents.name"));
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().addAll("edge-to-edge", "dense");
        list.setPlaceholder(new EmptyState(
                Feather.FILE_TEXT, text("data.documents.empty.title"), text("data.documents.empty.hint")));
        list.getColumns().add(WordColumns.of(text("data.documents.id"), ID_WIDTH, this::id));
        list.getColumns().add(WordColumns.of(text("data.documents.content"), JSON_WIDTH, DocumentsPage::shortened));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, document) -> {
            if (document != null) {
                model.chosenProperty().set(document);
            }
        });
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.DELETE) {
                model.delete();
                event.consume();
            }
        });
        model.chosenProperty().addListener((_, _, document) -> {
            if (document == null) {
                list.getSelectionModel().clearSelection();
            } else {
                list.getSelectionModel().select(document);
            }
        });
        SplitPane split = new SplitPane(list, editor());
        split.setDividerPositions(LIST_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        getChildren().addAll(bar(), unsaved(), split, Pages.problem("documents-problem", model.problemProperty()));
        model.documentsProperty().addListener((_, _, found) -> show(found));
        show(model.documentsProperty().get());
    }

    private void show(List<DocumentData.Document> found) {
        list.setItems(FXCollections.observableList(found));
        DocumentData.Document chosen = model.chosenProperty().get();
        if (chosen != null && found.contains(chosen)) {
            list.getSelectionModel().select(chosen);
        }
    }

    private WrappingBar bar() {
        TextField query = new LimitedField();
        query.setId("documents-query");
        query.getStyleClass().add("code-input");
        query.setAccessibleText(text("data.documents.query"));
        query.textProperty().bindBidirectional(model.queryProperty());
        query.setOnAction(_ -> model.run());
        query.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // The window's own Ctrl+Enter runs the function: here it is the query that is meant.
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                model.run();
                event.consume();
            }
        });
        HBox.setHgrow(query, Priority.ALWAYS);
        Button run = Controls.iconButton(Feather.PLAY, text("data.query.run"), model::run);
        return Pages.bar(query, run, Pages.live(model.summaryProperty(), "text-muted", "text-small"));
    }

    private VBox editor() {
        EditableCode code = new EditableCode(text("data.documents.editor"), model.editorProperty(), JsonLexer::tokens);
        code.area().setId("document-editor");
        Button save = new Button(text("data.documents.save"), Controls.icon(Feather.SAVE));
        save.setId("document-save");
        save.getStyleClass().add("small");
        save.setMinWidth(USE_PREF_SIZE);
        save.disableProperty().bind(model.changedProperty().not());
        save.setOnAction(_ -> model.save());
        code.area().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            // The window's own Ctrl+S saves the script: here it is the document that is meant.
            if (event.getCode() == KeyCode.S && event.isShortcutDown()) {
                model.save();
                event.consume();
            }
        });
        Button discard = Controls.iconButton(Feather.ROTATE_CCW, text("choice.discard"), () -> {
            code.area().requestFocus();
            model.discard();
        });
        discard.setId("document-discard");
        discard.disableProperty().bind(model.changedProperty().not());
        Button add = Controls.iconButton(Feather.PLUS, text("data.documents.add"), () -> {
            model.begin();
            code.area().requestFocus();
        });
        add.setId("document-add");
        Button delete = Controls.iconButton(Feather.TRASH_2, text("data.delete"), model::delete);
        delete.disableProperty().bind(model.chosenProperty().isNull());
        VBox.setVgrow(code, Priority.ALWAYS);
        return new VBox(Pages.bar(save, discard, Controls.spring(), add, delete), code);
    }

    /** Every document whose text is not saved, whether the query gives it or not. */
    private WrappingBar unsaved() {
        WrappingBar bar = Pages.bar();
        bar.setId("documents-unsaved");
        Runnable fill = () -> {
            List<DocumentDrafts.Subject> here = here();
            bar.getChildren().setAll(Controls.label(text("data.documents.unsaved"), "text-small"));
            here.forEach(subject -> bar.getChildren().add(link(subject)));
            Controls.show(bar, !here.isEmpty());
            list.refresh();
        };
        model.unsavedProperty().subscribe(fill);
        model.containerProperty().subscribe(fill);
        return bar;
    }

    private Hyperlink link(DocumentDrafts.Subject subject) {
        Hyperlink link = new Hyperlink(subject.name());
        link.getStyleClass().add("text-small");
        link.setOnAction(_ -> {
            model.open(subject);
            // The link may go as soon as something is put back or saved.
            lookup("#document-editor").requestFocus();
        });
        return link;
    }

    private List<DocumentDrafts.Subject> here() {
        Place.Container shown = model.containerProperty().get();
        return model.unsavedProperty().get().stream()
                .filter(subject -> subject.container().equals(shown))
                .toList();
    }

    /** With a mark when the document's text is not saved. */
    private String id(DocumentData.Document document) {
        boolean unsaved = here().stream().anyMatch(subject -> document.equals(subject.document()));
        return unsaved ? text("data.documents.changed", document.id()) : document.id();
    }

    private static String shortened(DocumentData.Document document) {
        int most = 300;
        return document.json().length() <= most
                ? document.json()
                : document.json().substring(0, most) + "…";
    }
}
