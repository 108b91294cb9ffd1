package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.code.Colouring;
import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ScrolledCode;
import dev.bobbin.app.fx.Controls;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.fxmisc.flowless.VirtualizedScrollPane;

/** The request body as JSON, to read and to edit. */
final class RequestPane extends VBox {

    private static final KeyCombination PASTE = KeyCombination.keyCombination("Shortcut+V");

    private final FormViewModel form;
    private final CodeArea area = new CodeArea();
    private boolean showing;

    RequestPane(FormViewModel form) {
        this.form = form;
        getStyleClass().add("request-pane");
        area.setId("request-json");
        area.setAccessibleText(text("form.request"));
        area.setWrapText(true);
        area.plainTextChanges().subscribe(_ -> {
            if (!showing) {
                form.takeBody(area.getText());
            }
        });
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (PASTE.match(event) && pasteCommand()) {
                event.consume();
            }
        });
        new Colouring(area).follow(JsonLexer::tokens);
        Label problem = Controls.wrapped("", "text-small", "request-problem");
        problem.textProperty().bind(form.bodyProblemProperty());
        problem.visibleProperty().bind(form.bodyProblemProperty().isNotEmpty());
        problem.managedProperty().bind(problem.visibleProperty());
        VirtualizedScrollPane<?> scroll = ScrolledCode.of(area);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(Controls.wrapped(text("form.request.hint"), "text-muted", "text-small"), scroll, problem);
        form.requestProperty().addListener((_, _, _) -> {
            if (isVisible() && !area.isFocused()) {
                open();
            }
        });
    }

    /** A curl command stands for the body it sends. */
    private boolean pasteCommand() {
        String copied = Clipboard.getSystemClipboard().getString();
        boolean command = copied != null && CurlCommand.parse(copied).isPresent();
        if (command) {
            form.paste(copied);
            open();
        }
        return command;
    }

    /** Shows the request as it is now. */
    void open() {
        showing = true;
        area.replaceText(form.requestText());
        area.moveTo(0);
        showing = false;
    }

    void focusText() {
        area.requestFocus();
    }
}
