package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.themes.Spacing;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The Serve switch with the requests that come in; beside it how to call the selected function. */
public final class ServeView extends SplitPane {

    private static final double PORT_WIDTH = 56;
    private static final double TOKEN_WIDTH = 88;

    private final ServeViewModel serve;

    public ServeView(ServeViewModel serve, CallViewModel call) {
        this.serve = serve;
        RequestsTable requests = new RequestsTable(serve);
        VBox.setVgrow(requests, Priority.ALWAYS);
        getItems().addAll(new VBox(bar(), requests), new CallView(call));
        setDividerPositions(0.5);
    }

    /** How to get in stands there before, where to get in while it serves. */
    private WrappingBar bar() {
        BooleanBinding off = Bindings.createBooleanBinding(
                () -> serve.stateProperty().get() instanceof ServeViewModel.State.Off, serve.stateProperty());
        Node port = named("serve.port", port());
        Node token = named("serve.token", token());
        Node address = address();
        port.visibleProperty().bind(off);
        port.managedProperty().bind(off);
        token.visibleProperty().bind(off);
        token.managedProperty().bind(off);
        return new WrappingBar(Spacing.S, power(), port, token, address, waiting());
    }

    private ToggleButton power() {
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
        Runnable follow = () -> power.setSelected(!(serve.stateProperty().get() instanceof ServeViewModel.State.Off));
        serve.stateProperty().subscribe(follow);
        power.setOnAction(_ -> {
            serve.toggle();
            // A press by itself turns nothing: there may be a question first.
            follow.run();
        });
        return power;
    }

    private TextField port() {
        TextField port = new LimitedField();
        port.setId("serve-port");
        port.setPrefWidth(PORT_WIDTH);
        port.textProperty().bindBidirectional(serve.portProperty());
        return port;
    }

    private PasswordField token() {
        PasswordField token = LimitedField.guarded(new PasswordField());
        token.setId("serve-token");
        token.setPrefWidth(TOKEN_WIDTH);
        token.setPromptText(text("serve.token.none"));
        token.textProperty().bindBidirectional(serve.tokenProperty());
        return token;
    }

    private Node address() {
        Label address = Controls.label("", "code-text");
        address.setId("serve-address");
        address.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> serve.stateProperty().get() instanceof ServeViewModel.State.On on
                                ? on.address() + "api/…"
                                : "",
                        serve.stateProperty()));
        Node whole = whole(address);
        whole.visibleProperty().bind(address.textProperty().isNotEmpty());
        whole.managedProperty().bind(whole.visibleProperty());
        return whole;
    }

    /** Why the first request takes its time. */
    private Node waiting() {
        Label words = Controls.label(text("serve.waiting"), "text-muted", "text-small");
        words.setGraphic(Controls.icon(Feather.LOADER));
        Node waiting = whole(words);
        waiting.setId("serve-waiting");
        waiting.visibleProperty().bind(serve.waiting());
        waiting.managedProperty().bind(waiting.visibleProperty());
        return waiting;
    }

    /** A field behind its name, which stay together. */
    private static Node named(String key, TextField field) {
        field.setMinWidth(Region.USE_PREF_SIZE);
        field.setAccessibleText(text(key));
        Label name = Controls.label(text(key));
        name.setLabelFor(field);
        return whole(name, field);
    }

    /** What a bar neither parts nor squeezes. */
    private static Node whole(Node... parts) {
        HBox box = new HBox(Spacing.XS, parts);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
