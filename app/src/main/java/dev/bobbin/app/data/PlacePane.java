package dev.bobbin.app.data;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.documents.AccountPage;
import dev.bobbin.app.data.documents.DocumentsPage;
import dev.bobbin.app.data.documents.EventsPage;
import dev.bobbin.app.data.files.FilesPage;
import dev.bobbin.app.data.keeping.KeepingMenu;
import dev.bobbin.app.data.keeping.SincePane;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.data.sql.ImportPane;
import dev.bobbin.app.data.sql.QueryPage;
import dev.bobbin.app.data.sql.TablePage;
import dev.bobbin.app.data.values.SecretsPage;
import dev.bobbin.app.data.values.VariablesPage;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.FileDrop;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.fx.StandInWords;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.emulator.standin.StandIn;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The place that is chosen: a title, what can be done with its stand-in, and the page for what it is. */
final class PlacePane extends VBox {

    private enum Kind {
        TABLE,
        QUERY,
        FILES,
        VARIABLES,
        SECRETS,
        ACCOUNT,
        DOCUMENTS,
        EVENTS
    }

    private final DataViewModel model;
    private final DataPages pages;
    private final Map<Kind, Node> made = new EnumMap<>(Kind.class);
    private final StackPane content = new StackPane();

    /** Asks for names and values in the place that is shown. */
    private final Prompt prompt = new Prompt();

    private final Label title = Controls.label("", "panel-title");
    private final Label kind = Controls.label("", "text-muted", "text-small");
    private final Button importing;
    private final KeepingMenu keeping;
    private final WrappingBar head;
    private final VBox imports = new VBox();
    private final VBox since = new VBox();

    /** Whether there was something new while somebody wrote in a cell. */
    private boolean missed;

    PlacePane(DataViewModel model, DataPages pages) {
        this.model = model;
        this.pages = pages;
        title.setId("place-title");
        importing = new Button(text("data.import"), Controls.icon(Feather.UPLOAD));
        importing.setId("data-import");
        importing.getStyleClass().add("small");
        importing.setMinWidth(USE_PREF_SIZE);
        importing.setOnAction(_ -> chooseImport());
        keeping = new KeepingMenu(pages.keeping(), prompt);
        head = Pages.bar(title, kind, Controls.spring(), importing, keeping);
        pages.imports().planProperty().addListener((_, _, _) -> makeImports());
        pages.imports().problemProperty().addListener((_, _, _) -> makeImports());
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(imports, Priority.SOMETIMES);
        VBox.setVgrow(since, Priority.SOMETIMES);
        // What is about to be imported, or has changed, takes the room: looking at both would show neither.
        content.visibleProperty()
                .bind(pages.imports()
                        .planProperty()
                        .isNull()
                        .and(pages.keeping().comparedProperty().isNull()));
        content.managedProperty().bind(content.visibleProperty());
        pages.keeping().comparedProperty().addListener((_, _, name) -> {
            if (name != null) {
                showSince();
            }
        });
        getChildren().addAll(head, prompt, imports, since, content);
        FileDrop.on(this, () -> database(model.shownProperty().get()) != null, files -> look(files.getFirst()));
        model.shownProperty().addListener((_, _, place) -> {
            // An answer would be taken for what is shown then.
            prompt.giveUp();
            show(place);
        });
        model.versionProperty().addListener((_, _, _) -> renew());
        sceneProperty().flatMap(Scene::focusOwnerProperty).addListener((_, _, _) -> {
            if (missed) {
                renew();
            }
        });
        show(model.shownProperty().get());
    }

    /** Whoever writes in a cell does not lose it to news from outside: the page is renewed when it is left. */
    private void renew() {
        missed = isWrittenIn();
        if (!missed) {
            show(model.shownProperty().get());
        }
    }

    private boolean isWrittenIn() {
        Scene scene = getScene();
        if (scene == null || !(scene.getFocusOwner() instanceof TextInputControl)) {
            return false;
        }
        Node node = scene.getFocusOwner();
        while (node != null && node != this && !(node instanceof IndexedCell<?>)) {
            node = node.getParent();
        }
        return node instanceof IndexedCell<?>;
    }

    private void show(@Nullable Place place) {
        Controls.show(head, place != null);
        if (place == null) {
            content.getChildren()
                    .setAll(new EmptyState(Feather.EYE, text("data.choose.title"), text("data.choose.hint")));
            return;
        }
        kind.setText(StandInWords.kind(place.standIn()));
        Controls.show(kind, place instanceof Place.Root);
        Controls.show(importing, database(place) != null);
        Controls.show(keeping, place instanceof Place.Root root && root.there());
        pages.keeping().show(place.standIn());
        pages.imports().leaveFor(place);
        title.setText(title(place));
        Node page = page(place);
        // A page that stays keeps the keyboard.
        if (!content.getChildren().equals(List.of(page))) {
            content.getChildren().setAll(page);
        }
    }

    /** Made when somebody first imports something: the place itself must not wait for it. */
    private void makeImports() {
        if (imports.getChildren().isEmpty()) {
            ImportPane pane = new ImportPane(pages.imports());
            VBox.setVgrow(pane, Priority.ALWAYS);
            imports.getChildren().add(pane);
        }
    }

    /** Made when somebody first compares something; takes the keyboard, as what had it is hidden. */
    private void showSince() {
        if (since.getChildren().isEmpty()) {
            SincePane pane = new SincePane(pages.keeping());
            VBox.setVgrow(pane, Priority.ALWAYS);
            since.getChildren().add(pane);
        }
        since.getChildren().getFirst().requestFocus();
    }

    private static String title(Place place) {
        return switch (place) {
            case Place.Root root -> root.title();
            case Place.Table table -> table.table().qualifiedName();
            case Place.Folder folder -> folder.path().isEmpty() ? "Files" : "Files/" + folder.path();
            case Place.Container container -> container.database() + " › " + container.container();
            case Place.Note note -> note.words();
        };
    }

    private Node page(Place place) {
        return switch (place) {
            case Place.Root root -> root.there() ? root(root.standIn()) : notThere(root.standIn());
            case Place.Table table -> {
                pages.table().show(table);
                yield page(Kind.TABLE, () -> new TablePage(pages.table()));
            }
            case Place.Folder folder -> files(folder);
            case Place.Container container -> {
                pages.documents().show(container);
                yield page(Kind.DOCUMENTS, () -> new DocumentsPage(pages.documents()));
            }
            case Place.Note note -> new EmptyState(Feather.INFO, note.words(), "");
        };
    }

    private Node notThere(StandIn standIn) {
        // What functions only read is not made by a run.
        boolean values = standIn instanceof StandIn.Variables || standIn instanceof StandIn.Secrets;
        String hint = text(values ? "data.notThere.hint.values" : "data.notThere.hint");
        Button create = new Button(text("connections.create"), Controls.icon(Feather.PLUS));
        create.setId("data-create");
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> model.create());
        return new EmptyState(Feather.PLUS_CIRCLE, text("data.notThere.title"), hint, create);
    }

    private Node root(StandIn standIn) {
        return switch (standIn) {
            case StandIn.Sql sql -> query(sql);
            case StandIn.Lakehouse lakehouse -> query(lakehouse.endpoint());
            case StandIn.Variables library -> {
                pages.variables().show(library);
                yield page(Kind.VARIABLES, () -> new VariablesPage(pages.variables(), prompt));
            }
            case StandIn.Secrets vault -> {
                pages.secrets().show(vault);
                yield page(Kind.SECRETS, () -> new SecretsPage(pages.secrets(), prompt));
            }
            case StandIn.Events schemaSet -> {
                pages.events().show(schemaSet);
                yield page(Kind.EVENTS, () -> new EventsPage(pages.events()));
            }
            case StandIn.Documents account -> {
                AccountPage page = (AccountPage) page(Kind.ACCOUNT, () -> new AccountPage(pages.documents(), prompt));
                page.show(account);
                yield page;
            }
            case StandIn.Plain _ -> new EmptyState(Feather.LINK, text("data.plain.title"), text("data.plain.hint"));
        };
    }

    private Node query(StandIn.Sql database) {
        pages.query().show(database, text("data.query.suggestion"));
        return page(Kind.QUERY, () -> new QueryPage(pages.query()));
    }

    private Node files(Place.Folder folder) {
        pages.files().show(folder);
        return page(Kind.FILES, () -> new FilesPage(pages.files(), prompt, model.shownProperty()::set));
    }

    /** A page is made when it is first needed, and then kept. */
    private Node page(Kind wanted, Supplier<Node> maker) {
        return made.computeIfAbsent(wanted, _ -> maker.get());
    }

    private void chooseImport() {
        FileChooser.ExtensionFilter files = new FileChooser.ExtensionFilter(
                text("data.import.files"),
                List.of("*.csv", "*.tsv", "*.txt", "*.jsonl", "*.json", "*.xlsx", "*.parquet", "*.sql"));
        FileDialogs.open(this, text("data.import"), this::look, files);
    }

    private void look(Path file) {
        Place shown = model.shownProperty().get();
        StandIn into = database(shown);
        if (into != null) {
            pages.imports()
                    .look(
                            into,
                            file,
                            shown instanceof Place.Table place ? Optional.of(place.table()) : Optional.empty());
        }
    }

    /** What rows can be imported into at a place; null when it is nothing of the kind. */
    private static @Nullable StandIn database(@Nullable Place place) {
        StandIn standIn =
                switch (place) {
                    case Place.Root root -> root.standIn();
                    case Place.Table table -> table.standIn();
                    case null, default -> null;
                };
        return standIn instanceof StandIn.Sql || standIn instanceof StandIn.Lakehouse ? standIn : null;
    }
}
