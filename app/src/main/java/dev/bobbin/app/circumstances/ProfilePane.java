package dev.bobbin.app.circumstances;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ServiceChoice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.message.RefusedValueException;
import dev.bobbin.emulator.service.ProfileValue;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.themes.Spacing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every value of the profile with the document it comes from; each can be changed, to see what would happen then. */
public final class ProfilePane extends Overlay {

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;
    private static final int FIELD_COLUMNS = 8;

    private final WorkspaceModel model;
    private final ServiceChoice choice;
    private final Label profile = Controls.wrapped("", "text-muted");
    private final Label refusal = Controls.wrapped("", "request-problem");
    private final GridPane values = new GridPane(Spacing.L, Spacing.S);
    private final Map<String, Row> rows = new HashMap<>();
    private final Button reset = new Button(text("profile.reset"));

    public ProfilePane(WorkspaceModel model, ServiceChoice choice) {
        super("profile", text("profile.title"), text("profile.close"));
        this.model = model;
        this.choice = choice;
        setMaxSize(WIDTH, HEIGHT);
        reset.setId("profile-reset");
        reset.setOnAction(_ -> choice.resetValues());
        refusal.setId("profile-refusal");
        ScrollPane scroll = new ScrollPane(values);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(profile, Controls.wrapped(text("profile.hint")), scroll, refusal, reset);
        model.profileProperty().addListener((_, _, _) -> {
            if (isVisible()) {
                show();
            }
        });
    }

    @Override
    protected void opened() {
        show();
        values.lookup(".text-field").requestFocus();
    }

    private void show() {
        ServiceProfile now = model.profile();
        profile.setText(text("profile.of", now.name(), now.document()));
        say("");
        reset.setDisable(!now.name().endsWith("*"));
        rows.values().forEach(row -> row.show(null));
        for (ProfileValue value : ProfileValue.of(now)) {
            rows.computeIfAbsent(value.key(), Row::new).show(value);
        }
    }

    /** In words where there are some; further outcomes and rules by their own names. */
    private static String name(String key) {
        return switch (key) {
            case "requestMegabytes", "responseMegabytes", "wheelMegabytes", "timeSeconds" -> text("profile." + key);
            default ->
                key.startsWith("http.")
                        ? text("profile.http", key.substring("http.".length()))
                        : text("profile.rule", key.substring("rule.".length()));
        };
    }

    private void say(String words) {
        refusal.setText(words);
        Controls.show(refusal, !words.isEmpty());
    }

    /** One value: it stays where it is while it changes, and so does the keyboard. */
    private final class Row {

        private final String key;
        private final Label name;
        private final TextField field = new LimitedField();
        private final Label source = Controls.wrapped("", "text-muted", "text-small");
        private String known = "";

        Row(String key) {
            this.key = key;
            name = Controls.label(name(key));
            name.setWrapText(true);
            field.setMinWidth(USE_PREF_SIZE);
            field.setId("profile-" + key);
            field.setPrefColumnCount(FIELD_COLUMNS);
            field.setAccessibleText(name.getText());
            field.setOnAction(_ -> change());
            field.focusedProperty().addListener((_, _, focused) -> {
                if (!focused) {
                    change();
                }
            });
            values.addRow(rows.size(), name, field, source);
        }

        /** @param value null when the profile says nothing of it */
        void show(@Nullable ProfileValue value) {
            for (Node part : List.of(name, field, source)) {
                Controls.show(part, value != null);
            }
            if (value != null) {
                // What is being typed stays, whatever has been taken over meanwhile.
                boolean typing = field.isFocused() && !field.getText().strip().equals(known);
                known = value.value();
                if (!typing) {
                    field.setText(known);
                }
                source.setText(value.source().orElse(text("profile.noSource")));
            }
        }

        private void change() {
            String wanted = field.getText().strip();
            if (wanted.equals(known)) {
                return;
            }
            try {
                choice.changeValue(key + "=" + wanted);
                say("");
            } catch (RefusedValueException e) {
                say(Reasons.of(e));
            }
        }
    }
}
