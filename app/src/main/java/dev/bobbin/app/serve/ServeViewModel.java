package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Batcher;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.TrustQuestion;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.serve.EndpointSettings;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The Serve switch: an endpoint for the open item, on or off. */
public final class ServeViewModel {

    private static final String NOTICE = "serve";
    private static final int REQUESTS_SHOWN = 500;

    private final WorkspaceModel model;
    private final LocalServer server;
    private final Trust trust;
    private final TaskRunner tasks;
    private final StringProperty port = new SimpleStringProperty("7071");
    private final StringProperty token = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Off());
    private final ReadOnlyBooleanWrapper pythonStarts = new ReadOnlyBooleanWrapper();
    private final BooleanBinding waiting = Bindings.createBooleanBinding(
            () -> state.get() instanceof State.On && pythonStarts.get(), state, pythonStarts);
    private final ObservableList<LocalServer.Heard> requests = FXCollections.observableArrayList();
    private final StringBinding title = Bindings.createStringBinding(
            () -> state.get() instanceof State.On ? text("serve.title.on") : text("serve.title"), state);
    private LocalServer.@Nullable Serving serving;
    private Consumer<LocalServer.Heard.Called> opener = _ -> {};

    public ServeViewModel(WorkspaceModel model, LocalServer server, Trust trust, TaskRunner tasks) {
        this.model = model;
        this.server = server;
        this.trust = trust;
        this.tasks = tasks;
        server.onStarting(starts -> tasks.onFx(() -> pythonStarts.set(starts)));
        model.itemProperty().addListener((_, before, now) -> {
            if (before != null && (now == null || !before.root().equals(now.root()))) {
                stop();
                requests.clear();
            }
        });
    }

    /** Whether the item is served. */
    public sealed interface State {

        record Off() implements State {}

        record Starting() implements State {}

        /** @param wantsToken whether callers must send a token */
        record On(URI address, boolean wantsToken) implements State {}
    }

    /** Whether the item is served. */
    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether requests wait for Python to have started. */
    public BooleanBinding waiting() {
        return waiting;
    }

    /** The port as typed; 0 for any free one. */
    public StringProperty portProperty() {
        return port;
    }

    /** What callers must send, ASCII without blanks; empty lets everybody on this computer call. */
    public StringProperty tokenProperty() {
        return token;
    }

    /** Requests, newest first. */
    public ObservableList<LocalServer.Heard> requests() {
        return requests;
    }

    /** The one that shows the run of a request. */
    public void onOpen(Consumer<LocalServer.Heard.Called> listener) {
        opener = listener;
    }

    /** Shows what became of a request: its run, or why there was none. */
    public void open(LocalServer.Heard request) {
        switch (request) {
            case LocalServer.Heard.Called called -> opener.accept(called);
            case LocalServer.Heard.Refused refused ->
                model.notices()
                        .show(new Notice(
                                NOTICE,
                                Notice.Kind.INFO,
                                text("serve.refused", refused.what(), refused.httpStatus(), refused.reason()),
                                List.of()));
        }
    }

    /** Name of the panel, which says when something is served. */
    public StringBinding title() {
        return title;
    }

    /** Turns the switch. */
    public void toggle() {
        switch (state.get()) {
            case State.Off _ -> start();
            case State.On _ -> stop();
            case State.Starting _ -> {}
        }
    }

    /** Ends serving; without effect when nothing is served. */
    public void stop() {
        LocalServer.Serving ending = serving;
        serving = null;
        state.set(new State.Off());
        if (ending != null) {
            close(ending);
        }
    }

    private void close(LocalServer.Serving ending) {
        tasks.run(
                () -> {
                    ending.close();
                    return ending;
                },
                _ -> {},
                this::fail);
    }

    private void start() {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        int number = portNumber();
        if (number < 0) {
            model.notices().show(Notice.error(NOTICE, text("serve.port.wrong", port.get())));
            return;
        }
        String secret = token.get().strip();
        if (!secret.isEmpty() && !EndpointSettings.isToken(secret)) {
            model.notices().show(Notice.error(NOTICE, text("serve.token.wrong")));
            return;
        }
        LocalServer.Door door = new LocalServer.Door(number, secret);
        TrustQuestion.ask(model, trust, item, "serve.trust", () -> start(item, door));
    }

    private void start(ItemFolder item, LocalServer.Door door) {
        model.notices().dismiss(NOTICE);
        state.set(new State.Starting());
        Batcher<LocalServer.Heard> heard = new Batcher<>(tasks, REQUESTS_SHOWN, (batch, _) -> show(batch));
        tasks.run(
                () -> server.start(
                        item, door, model.profile(), model.userProperty().get(), heard::add),
                started -> {
                    // It may have been saved meanwhile, which makes it no other item.
                    if (model.isOpen(item) && state.get() instanceof State.Starting) {
                        serving = started;
                        state.set(new State.On(started.address(), !door.token().isEmpty()));
                    } else {
                        close(started);
                    }
                },
                e -> {
                    state.set(new State.Off());
                    fail(e);
                });
    }

    private int portNumber() {
        String typed = port.get().strip();
        return typed.matches("\\d{1,5}") && Integer.parseInt(typed) <= 65_535 ? Integer.parseInt(typed) : -1;
    }

    private void show(List<LocalServer.Heard> batch) {
        requests.addAll(0, batch.reversed());
        if (requests.size() > REQUESTS_SHOWN) {
            requests.remove(REQUESTS_SHOWN, requests.size());
        }
    }

    private void fail(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("serve.failed", Reasons.of(e))));
    }
}
