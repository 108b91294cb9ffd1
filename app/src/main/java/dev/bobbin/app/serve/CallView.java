package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.code.Token;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.Words;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.emulator.codegen.ClientLanguage;
import dev.bobbin.emulator.service.Persona;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** How to call the selected function: code to copy, or what a caller in Fabric sends, in words. */
final class CallView extends VBox {

    private final CallViewModel call;
    private final ReadOnlyCode code = new ReadOnlyCode(text("call.title"), this::tokens);
    private final CallerPage page = new CallerPage();
    private final StackPane fromFile = new StackPane();

    CallView(CallViewModel call) {
        this.call = call;
        code.area().setId("call-code");
        StackPane content = new StackPane(code, page, fromFile);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(bar(), content);
        call.content().addListener((_, _, now) -> show(now));
        show(call.content().getValue());
    }

    private WrappingBar bar() {
        ComboBox<CallViewModel.Choice> choices = new ComboBox<>();
        choices.setId("call-choice");
        choices.setAccessibleText(text("call.choice"));
        choices.getItems().setAll(CallViewModel.choices());
        choices.setConverter(new Words<>(CallViewModel.Choice::title));
        choices.valueProperty().bindBidirectional(call.choiceProperty());
        Button use = new Button(text("call.use"), Controls.icon(Feather.EDIT_3));
        use.getStyleClass().add("small");
        use.setId("call-use");
        use.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> call.choiceProperty().get() instanceof CallViewModel.Choice.From, call.choiceProperty()));
        use.managedProperty().bind(use.visibleProperty());
        use.setOnAction(_ -> call.useAsRequest());
        return new WrappingBar(
                Spacing.S,
                choices,
                owner(),
                Controls.spring(),
                use,
                Controls.iconButton(
                        Feather.COPY,
                        text("call.copy"),
                        () -> copy(call.content().getValue().text())));
    }

    /** Whose pipeline, rule or schedule calls; there only where that matters. */
    private HBox owner() {
        ComboBox<Persona> owners = new ComboBox<>(call.owners());
        owners.setId("call-owner");
        owners.setAccessibleText(text("call.owner"));
        owners.setConverter(
                new Words<>(persona -> text("status.persona.choice", persona.name(), persona.preferredUsername())));
        owners.valueProperty().bindBidirectional(call.ownerProperty());
        Label label = Controls.label(text("call.owner"));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(owners);
        HBox owner = new HBox(Spacing.XS, label, owners);
        owner.setAlignment(Pos.CENTER_LEFT);
        owner.visibleProperty().bind(call.runsForOwner());
        owner.managedProperty().bind(owner.visibleProperty());
        return owner;
    }

    private void show(CallContent content) {
        Controls.show(code, content instanceof CallContent.Code);
        Controls.show(page, content instanceof CallContent.Explained);
        Controls.show(fromFile, content instanceof CallContent.FromFile);
        switch (content) {
            case CallContent.Code shown -> code.show(shown.text());
            case CallContent.FromFile command -> fromFile.getChildren().setAll(tooLong(command));
            case CallContent.Explained explained -> page.show(explained);
        }
    }

    private EmptyState tooLong(CallContent.FromFile command) {
        Button save = new Button(text("call.save"), Controls.icon(Feather.SAVE));
        save.setId("call-save");
        save.getStyleClass().add("small");
        save.setOnAction(_ -> FileDialogs.save(
                getScene().getWindow(), text("call.save"), CallViewModel.REQUEST_FILE, call::saveRequest));
        Label words = Controls.wrapped(command.text(), "code-text");
        words.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        return new EmptyState(Feather.FILE_TEXT, text("call.tooLong.title"), text("call.tooLong"), words, save);
    }

    private List<Token> tokens(String shown) {
        boolean python = call.choiceProperty().get() instanceof CallViewModel.Choice.Code(ClientLanguage language)
                && (language == ClientLanguage.PYTHON || language == ClientLanguage.NOTEBOOK);
        return python ? PythonLexer.tokens(shown) : List.of();
    }

    private static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
