package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.check.Definitions;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The connections of the open item, and what can be done with the chosen one. */
public final class ConnectionsViewModel {

    private static final String NOTICE = "connections";

    /** Source: item definition, "alias": letters and digits; see the check alias-characters. */
    private static final Pattern ALIAS = Pattern.compile("[A-Za-z0-9]{1,128}");

    private final WorkspaceModel model;
    private final Connections connections;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final NewestTask reading;
    private final ObservableList<Connection> all = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Connection> chosen = new SimpleObjectProperty<>();

    /** The alias just listed, which is to be chosen; null else. */
    private @Nullable String listed;

    private final Surroundings surroundings;
    private final Renaming renaming;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public ConnectionsViewModel(WorkspaceModel model, Connections connections, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.connections = connections;
        this.files = files;
        this.tasks = tasks;
        this.reading = new NewestTask(tasks);
        this.surroundings = new Surroundings(connections, tasks, this::tell);
        this.renaming = new Renaming(model, connections, files, tasks, new Renaming.Doings() {
            @Override
            public void change(Callable<ItemFolder> work, Consumer<ItemFolder> then) {
                ConnectionsViewModel.this.change(work, then);
            }

            @Override
            public void renamed(Connection connection) {
                chosen.set(connection);
            }

            @Override
            public void inform(String words, Notice.Choice choice) {
                model.notices().show(new Notice(NOTICE, Notice.Kind.INFO, words, List.of(choice)));
            }

            @Override
            public void tell(String words) {
                ConnectionsViewModel.this.tell(words);
            }
        });
        chosen.addListener((_, _, now) -> surroundings.show(model.itemProperty().get(), now));
        model.lookedAtProperty().addListener((_, _, standIn) -> follow(standIn));
        model.itemProperty().addListener((_, _, _) -> refresh());
        model.outlineProperty().addListener((_, _, _) -> refresh());
        model.lastRunProperty().addListener((_, _, _) -> refresh());
        refresh();
    }

    /** The connections of the item. */
    public ObservableList<Connection> all() {
        return all;
    }

    /** The connection that is looked at; null when there is none. */
    public ObjectProperty<@Nullable Connection> chosenProperty() {
        return chosen;
    }

    /** Stand-ins that the chosen connection can be switched to, the present one among them. */
    public ObservableList<Candidate> candidates() {
        return surroundings.candidates();
    }

    /** Other items whose connections lead to the chosen one's stand-in. */
    public ReadOnlyObjectProperty<List<String>> otherItemsProperty() {
        return surroundings.otherItemsProperty();
    }

    /** Whether something is being made or filled. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Looks again, as after somebody else changed the workspace. */
    public void refresh() {
        ItemFolder item = model.itemProperty().get();
        String script = model.sourceProperty().get();
        if (item == null) {
            reading.forget();
            show(List.of());
            return;
        }
        reading.run(() -> connections.read(item.withScript(script)), this::show, this::tell);
    }

    private void show(List<Connection> found) {
        if (all.equals(found)) {
            return;
        }
        Connection before = chosen.get();
        String wanted = listed != null ? listed : before == null ? null : before.alias();
        listed = null;
        all.setAll(found);
        chosen.set(found.stream()
                .filter(connection -> connection.alias().equals(wanted))
                .findFirst()
                .orElse(found.isEmpty() ? null : found.getFirst()));
        if (before == null) {
            follow(model.lookedAtProperty().get());
        }
    }

    /** Chooses the connection whose data are looked at; the chosen one may be one of several that lead there. */
    private void follow(@Nullable StandIn standIn) {
        Connection now = chosen.get();
        if (standIn == null || (now != null && leadsTo(now, standIn))) {
            return;
        }
        all.stream()
                .filter(connection -> leadsTo(connection, standIn))
                .findFirst()
                .ifPresent(chosen::set);
    }

    private static boolean leadsTo(Connection connection, StandIn standIn) {
        return connection.standIn().path().equals(standIn.path());
    }

    /** What a connection is bound to now. */
    public static Candidate present(Connection connection) {
        return new Candidate(connection.kind(), connection.standIn().name());
    }

    /** Opens the data of the chosen connection. */
    public void browse() {
        with((_, connection) -> model.browse(connection.standIn()));
    }

    /** Shows a function that uses the connection. */
    public void reveal(String function) {
        model.select(function);
        model.outlineProperty()
                .get()
                .function(function)
                .ifPresent(found -> model.wishes().make(new Wish.Reveal(found.line())));
    }

    /** Makes the stand-in of the chosen connection. */
    public void create() {
        with((item, connection) -> change(
                () -> {
                    connections.create(item, connection);
                    return text("connections.created", connection.standIn().name());
                },
                this::inform));
    }

    /** Brings a folder into the stand-in of the chosen connection. */
    public void fill(Path folder) {
        with((item, connection) -> change(
                () -> text(
                        "connections.filled",
                        connections.fill(item, connection, folder),
                        folder.getFileName(),
                        connection.standIn().name()),
                this::inform));
    }

    /** Lets the stand-in of the chosen connection begin anew with what a folder holds; asks first when there is data. */
    public void seed(Path folder) {
        with((item, connection) -> {
            Runnable begin = () -> change(
                    () -> {
                        connections.seed(item, connection, folder);
                        return text("connections.seeded", connection.standIn().name(), folder.getFileName());
                    },
                    this::inform);
            if (!connection.there()) {
                begin.run();
                return;
            }
            model.notices()
                    .show(new Notice(
                            NOTICE,
                            Notice.Kind.QUESTION,
                            text(
                                    "connections.seed.question",
                                    connection.standIn().name()),
                            List.of(
                                    new Notice.Choice(text("connections.seed.yes"), begin),
                                    Notice.Choice.decline(text("choice.cancel"), () -> {}))));
        });
    }

    /**
     * Lists a connection in {@code definition.json}: a new one, or one that only the code names.
     *
     * @return what is wrong with the alias, in words; empty when nothing is
     */
    public Optional<String> list(ArtifactType type, String alias) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return Optional.empty();
        }
        Optional<String> problem =
                problem(alias, item.definition().source(alias).isPresent());
        if (problem.isPresent()) {
            return problem;
        }
        change(
                () -> {
                    JsonDocument changed =
                            Definitions.withDataSource(Renaming.definition(item), alias, type, UUID.randomUUID());
                    files.writePart(item, Path.of(ItemFolder.DEFINITION), changed.text());
                    return files.read(item.root());
                },
                read -> {
                    if (model.update(read)) {
                        listed = alias;
                        inform(text("connections.listed", alias));
                    }
                });
        return Optional.empty();
    }

    /** Lists the chosen connection, which only the code names, in {@code definition.json}: as what stands in for it. */
    public void listChosen() {
        with((_, connection) -> connection
                .kind()
                .artifactType()
                .flatMap(type -> list(type, connection.alias()))
                .ifPresent(this::tell));
    }

    /** Lets the chosen alias mean another stand-in. */
    public void switchTo(Candidate target) {
        with((item, connection) -> {
            if (!target.equals(present(connection))) {
                change(
                        () -> {
                            connections.bind(item, connection.alias(), target);
                            return text("connections.switched", connection.alias(), target.name());
                        },
                        this::inform);
            }
        });
    }

    /** Lets the chosen alias mean a stand-in of that name and kind, which is made when it is not there. */
    public void make(Candidate target) {
        with((item, connection) -> change(
                () -> {
                    connections.make(item, connection.alias(), target);
                    return text("connections.switched", connection.alias(), target.name());
                },
                this::inform));
    }

    /**
     * Switches a bad day on, or off.
     *
     * @return what is wrong with it, in words; empty when nothing is
     */
    public Optional<String> setBadDay(BadDaySettings settings) {
        Optional<BadDay> badDay;
        try {
            badDay = settings.badDay();
        } catch (IllegalArgumentException e) {
            return Optional.of(text("connections.badDay.numbers"));
        }
        with((item, connection) -> change(
                () -> {
                    connections.badDay(item, connection.alias(), badDay);
                    return text(
                            badDay.isPresent() ? "connections.badDay.on" : "connections.badDay.off",
                            connection.alias());
                },
                this::inform));
        return Optional.empty();
    }

    /** Gives the chosen alias another name. @return what is wrong with the name, in words; empty when nothing is */
    public Optional<String> rename(String to) {
        ItemFolder item = model.itemProperty().get();
        Connection connection = chosen.get();
        if (item == null || connection == null || to.equals(connection.alias())) {
            return Optional.empty();
        }
        Optional<String> problem =
                problem(to, all.stream().anyMatch(other -> other.alias().equals(to)));
        if (problem.isEmpty()) {
            renaming.start(item, connection, to);
        }
        return problem;
    }

    /** What is wrong with a new alias. */
    private static Optional<String> problem(String alias, boolean taken) {
        if (!ALIAS.matcher(alias).matches()) {
            return Optional.of(text("connections.rename.letters"));
        }
        return taken ? Optional.of(text("connections.rename.taken", alias)) : Optional.empty();
    }

    private interface Action {
        void on(ItemFolder item, Connection connection);
    }

    private void with(Action action) {
        ItemFolder item = model.itemProperty().get();
        Connection connection = chosen.get();
        if (item != null && connection != null) {
            action.on(item, connection);
        }
    }

    private <T> void change(Callable<T> work, Consumer<T> then) {
        busy.set(true);
        tasks.run(
                work,
                done -> {
                    busy.set(false);
                    then.accept(done);
                    refresh();
                    model.dataChanged();
                },
                e -> {
                    busy.set(false);
                    tell(e);
                    refresh();
                });
    }

    private void inform(String words) {
        model.notices().show(new Notice(NOTICE, Notice.Kind.INFO, words, List.of()));
    }

    private void tell(Exception e) {
        tell(Reasons.of(e));
    }

    private void tell(String words) {
        model.notices().show(Notice.error(NOTICE, words));
    }
}
