package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.emulator.service.Persona;
import dev.bobbin.themes.Spacing;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.PasswordField;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The Serve switch with the requests that come in; beside it how to call the selected function. */
public final class ServeView extends SplitPane {

    private static final double PORT_WIDTH = 72;
    private static final double TOKEN_WIDTH = 120;

    private final ServeViewModel serve;
    private final CallViewModel call;

    public ServeView(ServeViewModel serve, CallViewModel call) {
        this.serve = serve;
        this.call = call;
        getItems().addAll(endpoint(), client());
        setDividerPositions(0.5);
    }

    private VBox endpoint() {
        ToggleButton power = new ToggleButton(null, Controls.icon(Feather.POWER));
        power.setId("serve-switch");
        power.getStyleClass().add("small");
        power.setMinWidth(Region.USE_PREF_SIZE);
        power.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text(
                                switch (serve.stateProperty().get()) {
                                    case ServeViewModel.State.Off _ -> "serve.start";
                                    case ServeViewModel.State.Starting _ -> "serve.starting";
                                    case ServeViewModel.State.On _ -> "serve.stop";
                                }),
                        serve.stateProperty()));
        power.setOnAction(_ -> serve.toggle());
        serve.stateProperty()
                .addListener((_, _, state) -> power.setSelected(!(state instanceof ServeViewModel.State.Off)));
        TextField port = new LimitedField();
        port.setId("serve-port");
        port.setPrefWidth(PORT_WIDTH);
        port.setMinWidth(PORT_WIDTH);
        port.setAccessibleText(text("serve.port"));
        port.textProperty().bindBidirectional(serve.portProperty());
        PasswordField token = LimitedField.guarded(new PasswordField());
        token.setId("serve-token");
        token.setPrefWidth(TOKEN_WIDTH);
        token.setPromptText(text("serve.token.none"));
        token.setAccessibleText(text("serve.token"));
        token.textProperty().bindBidirectional(serve.tokenProperty());
        BooleanBinding running = Bindings.createBooleanBinding(
                () -> !(serve.stateProperty().get() instanceof ServeViewModel.State.Off), serve.stateProperty());
        port.disableProperty().bind(running);
        token.disableProperty().bind(running);
        Label address = Controls.label("", "code-text");
        address.setId("serve-address");
        address.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> serve.stateProperty().get() instanceof ServeViewModel.State.On on
                                ? on.address() + "api/…"
                                : "",
                        serve.stateProperty()));
        address.managedProperty().bind(address.textProperty().isNotEmpty());
        address.getStyleClass().add("panel-bar");
        HBox bar = bar(power, Controls.label(text("serve.port")), port, Controls.label(text("serve.token")), token);
        ListView<LocalServer.Heard> requests = new ListView<>(serve.requests());
        requests.setId("serve-requests");
        requests.setAccessibleText(text("serve.requests"));
        requests.getStyleClass().add("edge-to-edge");
        requests.setPlaceholder(new EmptyState(Feather.RADIO, text("serve.empty.title"), text("serve.empty.hint")));
        requests.setCellFactory(_ -> new HeardCell());
        VBox.setVgrow(requests, Priority.ALWAYS);
        return new VBox(bar, address, requests);
    }

    private VBox client() {
        ComboBox<CallViewModel.Choice> choices = new ComboBox<>();
        choices.setId("call-choice");
        choices.setAccessibleText(text("call.choice"));
        choices.getItems().setAll(CallViewModel.choices());
        choices.setConverter(new Titles<>(CallViewModel.Choice::title));
        choices.valueProperty().bindBidirectional(call.choiceProperty());
        Button use = new Button(text("call.use"), Controls.icon(Feather.EDIT_3));
        use.getStyleClass().add("small");
        use.setId("call-use");
        use.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> call.choiceProperty().get() instanceof CallViewModel.Choice.From, call.choiceProperty()));
        use.managedProperty().bind(use.visibleProperty());
        use.setOnAction(_ -> call.useAsRequest());
        ReadOnlyCode code = new ReadOnlyCode(text("call.title"), _ -> List.of());
        code.area().setId("call-code");
        code.area().setWrapText(true);
        code.show(call.content().get());
        call.content().addListener((_, _, now) -> code.show(now));
        HBox bar = bar(
                choices,
                Controls.spring(),
                use,
                Controls.iconButton(
                        Feather.COPY,
                        text("call.copy"),
                        () -> copy(call.content().get())));
        VBox.setVgrow(code, Priority.ALWAYS);
        return new VBox(bar, owner(), code);
    }

    /** Whose pipeline, rule or schedule calls; there only where that matters. */
    private HBox owner() {
        ComboBox<Persona> owners = new ComboBox<>(call.owners());
        owners.setId("call-owner");
        owners.setAccessibleText(text("call.owner"));
        owners.setConverter(
                new Titles<>(persona -> text("status.persona.choice", persona.name(), persona.preferredUsername())));
        owners.valueProperty().bindBidirectional(call.ownerProperty());
        Label label = Controls.label(text("call.owner"));
        label.setLabelFor(owners);
        HBox bar = bar(label, owners);
        bar.visibleProperty().bind(call.runsForOwner());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static HBox bar(Node... nodes) {
        HBox bar = new HBox(Spacing.S, nodes);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    private static void copy(String words) {
        ClipboardContent content = new ClipboardContent();
        content.putString(words);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** What choices are called. */
    private static final class Titles<T> extends StringConverter<T> {

        private final Function<T, String> title;

        Titles(Function<T, String> title) {
            this.title = title;
        }

        @Override
        public String toString(@Nullable T choice) {
            return choice == null ? "" : title.apply(choice);
        }

        @Override
        public @Nullable T fromString(String title) {
            return null;
        }
    }

    /** A request on one line. */
    private static final class HeardCell extends ListCell<LocalServer.Heard> {
        @Override
        protected void updateItem(LocalServer.Heard heard, boolean empty) {
            super.updateItem(heard, empty);
            if (empty || heard == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            setText(text("serve.request", heard.what(), heard.httpStatus(), heard.millis()));
            setGraphic(Controls.icon(heard.httpStatus() == 200 ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
        }
    }
}
