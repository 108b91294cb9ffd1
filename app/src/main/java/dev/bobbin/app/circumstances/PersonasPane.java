package dev.bobbin.app.circumstances;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ServiceChoice;
import dev.bobbin.emulator.message.RefusedValueException;
import dev.bobbin.emulator.service.Persona;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.themes.Spacing;
import java.util.UUID;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The made-up people functions can run for: chosen, added, changed and removed here. */
public final class PersonasPane extends Overlay {

    private static final double WIDTH = 820;
    private static final double HEIGHT = 420;
    private static final double LIST_WIDTH = 270;
    private static final double LEAST_LIST_WIDTH = 180;
    private static final int ID_COLUMNS = 28;

    private final ServiceChoice choice;
    private final ListView<Persona> list = new ListView<>();
    private final TextField name = field("name");
    private final TextField username = field("username");
    private final TextField oid = field("oid");
    private final TextField tenant = field("tenant");
    private final Label refusal = Controls.wrapped("", "request-problem");
    private final Button remove = new Button(text("personas.remove"));

    public PersonasPane(ServiceChoice choice) {
        super("personas", text("personas.title"), text("personas.close"));
        this.choice = choice;
        setMaxSize(WIDTH, HEIGHT);
        list.setId("personas-list");
        list.setAccessibleText(text("personas.title"));
        list.setPrefWidth(LIST_WIDTH);
        list.setMinWidth(LEAST_LIST_WIDTH);
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel().selectedItemProperty().addListener((_, _, persona) -> show(persona));
        VBox form = new VBox(Spacing.M, fields(), refusal, buttons());
        HBox.setHgrow(form, Priority.ALWAYS);
        HBox content = new HBox(Spacing.L, list, form);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(Controls.wrapped(text("personas.hint"), "text-muted"), content);
        choice.settingsProperty().addListener((_, _, now) -> refresh(now));
        refresh(choice.settingsProperty().get());
    }

    @Override
    protected void opened() {
        refresh(choice.settingsProperty().get());
        list.requestFocus();
    }

    private GridPane fields() {
        GridPane grid = new GridPane(Spacing.M, Spacing.S);
        grid.addRow(0, label("name", name), name);
        grid.addRow(1, label("username", username), username);
        grid.addRow(2, label("oid", oid), oid);
        grid.addRow(3, label("tenant", tenant), tenant);
        return grid;
    }

    private WrappingBar buttons() {
        Button fresh = new Button(text("personas.new"));
        fresh.setId("personas-new");
        fresh.setOnAction(_ -> startNew());
        Button save = new Button(text("personas.save"));
        save.setId("personas-save");
        save.getStyleClass().add("accent");
        save.setOnAction(_ -> save());
        remove.setId("personas-remove");
        remove.setOnAction(_ -> {
            Persona selected = selected();
            if (selected != null) {
                choice.removePersona(selected);
            }
        });
        Button use = new Button(text("personas.use"));
        use.setId("personas-use");
        use.setOnAction(_ -> {
            Persona selected = selected();
            if (selected != null) {
                choice.usePersona(selected);
                close();
            }
        });
        use.disableProperty()
                .bind(list.getSelectionModel().selectedItemProperty().isNull());
        WrappingBar bar = new WrappingBar(Spacing.S, use, save, fresh, remove);
        bar.getStyleClass().add("bare");
        return bar;
    }

    private static TextField field(String key) {
        TextField field = new LimitedField();
        field.setId("personas-" + key);
        field.setPrefColumnCount(ID_COLUMNS);
        return field;
    }

    private static Label label(String key, TextField field) {
        Label label = Controls.label(text("personas." + key));
        label.setMinWidth(USE_PREF_SIZE);
        label.setLabelFor(field);
        field.setAccessibleText(label.getText());
        return label;
    }

    private @Nullable Persona selected() {
        return list.getSelectionModel().getSelectedItem();
    }

    private void refresh(WorkspaceSettings now) {
        list.getItems().setAll(now.allPersonas());
        list.getSelectionModel().select(now.current());
    }

    private void show(@Nullable Persona persona) {
        say("");
        remove.setDisable(
                persona == null || !choice.settingsProperty().get().personas().contains(persona));
        if (persona != null) {
            fill(persona.name(), persona.preferredUsername(), persona.oid(), persona.tenantId());
        }
    }

    private void startNew() {
        list.getSelectionModel().clearSelection();
        fill("", "", UUID.randomUUID().toString(), UUID.randomUUID().toString());
        name.requestFocus();
    }

    private void fill(String called, String mail, String objectId, String tenantId) {
        name.setText(called);
        username.setText(mail);
        oid.setText(objectId);
        tenant.setText(tenantId);
    }

    private void save() {
        Persona before = selected();
        try {
            Persona persona = new Persona(
                    name.getText().strip(),
                    oid.getText().strip(),
                    tenant.getText().strip(),
                    username.getText().strip());
            if (list.getItems().stream()
                    .anyMatch(other -> !other.equals(before) && other.name().equals(persona.name()))) {
                say(text("personas.taken", persona.name()));
                return;
            }
            choice.savePersona(persona, before == null ? null : before.name());
        } catch (RefusedValueException e) {
            say(Reasons.of(e));
        }
    }

    private void say(String words) {
        refusal.setText(words);
        Controls.show(refusal, !words.isEmpty());
    }

    /** One persona. */
    private static final class Cell extends ListCell<Persona> {
        @Override
        protected void updateItem(@Nullable Persona persona, boolean empty) {
            super.updateItem(persona, empty);
            setText(
                    persona == null
                            ? null
                            : text("status.persona.choice", persona.name(), persona.preferredUsername()));
        }
    }
}
