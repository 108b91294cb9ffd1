package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.StandInWords;
import dev.bobbin.app.fx.Words;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.app.workspace.ConnectedData;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** One connection: its alias, what stands in for it, what goes wrong with it, who uses it. */
final class ConnectionDetails extends VBox {

    private static final int NAME_COLUMNS = 14;

    /** Width of the choice of a stand-in, in pixels, below which what is beside it goes into the next row. */
    private static final double TARGET_WIDTH = 180;

    private static final double KIND_WIDTH = 160;

    private final ConnectionsViewModel connections;
    private final TextField alias = new LimitedField();
    private final Label aliasProblem = Controls.wrapped("", "field-message", "text-small");
    private final Button list = button("list", Feather.FILE_PLUS);
    private final ComboBox<Candidate> target = new ComboBox<>();
    private final Label place = Controls.wrapped("", "text-muted", "text-small");
    private final Button create = button("create", Feather.PLUS_CIRCLE);
    private final Button browse = button("browse", Feather.EYE);
    private final Button seed = button("seed", Feather.ROTATE_CCW);
    private final TextField newName = new LimitedField();
    private final ComboBox<StandInKind> newKind = new ComboBox<>();
    private final BadDayForm badDay;
    private final VBox users = new VBox(Spacing.XS);
    private boolean showing;
    private @Nullable Node focused;

    ConnectionDetails(ConnectionsViewModel connections) {
        super(Spacing.L);
        this.connections = connections;
        this.badDay = new BadDayForm(connections);
        getStyleClass().add("page-content");
        getChildren().addAll(aliasSection(), standInSection(), badDay, users);
        connections.busyProperty().addListener((_, _, busy) -> setBusy(busy));
        connections
                .otherItemsProperty()
                .addListener((_, _, _) -> showUsers(connections.chosenProperty().get()));
        connections.candidates().addListener((ListChangeListener<Candidate>) _ -> showTarget());
    }

    /** What had the keyboard has it again afterwards: a control that is disabled loses it to whatever comes next. */
    private void setBusy(boolean busy) {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        if (busy) {
            focused = owner != null && isInside(owner) ? owner : null;
        }
        setDisable(busy);
        if (!busy && focused != null) {
            focused.requestFocus();
            focused = null;
        }
    }

    private boolean isInside(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == this) {
                return true;
            }
        }
        return false;
    }

    private Node aliasSection() {
        alias.setId("connection-alias");
        alias.setAccessibleText(text("connections.alias"));
        alias.setOnAction(_ -> rename());
        Button rename = button("rename", Feather.EDIT_2);
        rename.setOnAction(_ -> rename());
        aliasProblem.setId("connection-alias-problem");
        aliasProblem.managedProperty().bind(aliasProblem.textProperty().isNotEmpty());
        HBox.setHgrow(alias, Priority.ALWAYS);
        list.setOnAction(_ -> connections.listChosen());
        return section("connections.alias", row(alias, rename), aliasProblem, list);
    }

    private Node standInSection() {
        target.setId("connection-target");
        target.setAccessibleText(text("connections.target"));
        target.setConverter(new Words<>(candidate -> candidate.name() + " – " + StandInWords.kind(candidate.kind())));
        target.setMaxWidth(Double.MAX_VALUE);
        target.valueProperty().addListener((_, _, chosen) -> {
            if (!showing && chosen != null) {
                connections.switchTo(chosen);
            }
        });
        HBox.setHgrow(target, Priority.ALWAYS);
        browse.setOnAction(_ -> connections.browse());
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> connections.create());
        create.managedProperty().bind(create.visibleProperty());
        Button fill = button("fill", Feather.FOLDER_PLUS);
        fill.setOnAction(_ -> chooseFolder("connections.fill", connections::fill));
        seed.setOnAction(_ -> chooseFolder("connections.seed", connections::seed));
        newName.setId("connection-new-name");
        newName.setPromptText(text("connections.new.name"));
        newName.setAccessibleText(text("connections.new.name"));
        newName.setOnAction(_ -> useNew());
        newKind.setId("connection-new-kind");
        newKind.setAccessibleText(text("connections.new.kind"));
        newKind.setPrefWidth(KIND_WIDTH);
        newKind.setConverter(new Words<>(StandInWords::kind));
        Button use = button("useNew", Feather.CHECK);
        use.setOnAction(_ -> useNew());
        use.disableProperty().bind(newName.textProperty().map(name -> !StandInBindings.Target.isName(name.strip())));
        target.setPrefWidth(TARGET_WIDTH);
        newName.setPrefColumnCount(NAME_COLUMNS);
        return section(
                "connections.target",
                row(target, browse),
                place,
                new FlowPane(Spacing.S, Spacing.S, create, fill, seed),
                new FlowPane(Spacing.S, Spacing.S, newName, newKind, use));
    }

    void show(Connection connection) {
        showing = true;
        alias.setText(connection.alias());
        aliasProblem.setText("");
        Controls.show(list, !connection.listed());
        showTarget();
        place.setText(ConnectedData.whereabouts(connection.standIn(), connection.there()));
        create.setVisible(!connection.there());
        browse.setDisable(!connection.there());
        Controls.show(seed, connection.there());
        newName.clear();
        List<StandInKind> kinds = List.copyOf(Candidate.kindsFor(connection.kind()));
        newKind.getItems().setAll(kinds);
        newKind.setValue(connection.kind());
        Controls.show(newKind, kinds.size() > 1);
        badDay.show(connection);
        showUsers(connection);
        showing = false;
    }

    private void showTarget() {
        boolean before = showing;
        showing = true;
        Connection chosen = connections.chosenProperty().get();
        // A box whose choices are exchanged chooses among them by itself, which is nobody's wish; and one that keeps
        // its value meanwhile shows none.
        target.setValue(null);
        target.getItems().setAll(connections.candidates());
        target.setValue(chosen == null ? null : ConnectionsViewModel.present(chosen));
        showing = before;
    }

    private void showUsers(@Nullable Connection connection) {
        users.getChildren().setAll(Controls.label(text("connections.usedBy"), "section-title"));
        if (connection == null) {
            return;
        }
        FlowPane functions = new FlowPane(Spacing.S, Spacing.XS);
        connection.functions().forEach(name -> {
            Hyperlink link = new Hyperlink(name);
            link.setOnAction(_ -> connections.reveal(name));
            functions.getChildren().add(link);
        });
        users.getChildren()
                .add(
                        connection.functions().isEmpty()
                                ? Controls.wrapped(text("connections.usedBy.nobody"), "text-muted")
                                : functions);
        List<String> items = connections.otherItemsProperty().get();
        if (!items.isEmpty()) {
            users.getChildren()
                    .add(Controls.wrapped(
                            text("connections.usedBy.items", String.join(", ", items)), "text-muted", "text-small"));
        }
    }

    private void rename() {
        Optional<String> problem = connections.rename(alias.getText().strip());
        aliasProblem.setText(problem.orElse(""));
    }

    private void useNew() {
        StandInKind kind = newKind.getValue();
        String name = newName.getText().strip();
        if (kind != null && StandInBindings.Target.isName(name)) {
            connections.make(new Candidate(kind, name));
        }
    }

    private void chooseFolder(String title, Consumer<Path> then) {
        FileDialogs.folder(getScene().getWindow(), text(title), then);
    }

    private static Button button(String name, Feather icon) {
        Button button = new Button(text("connections." + name), Controls.icon(icon));
        button.setId("connection-" + name);
        button.getStyleClass().add("small");
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static VBox section(String title, Node... parts) {
        VBox section = new VBox(Spacing.S, Controls.label(text(title), "section-title"));
        section.getChildren().addAll(parts);
        return section;
    }

    private static WrappingBar row(Node... parts) {
        WrappingBar row = new WrappingBar(Spacing.S, parts);
        row.getStyleClass().add("bare");
        return row;
    }
}
