package dev.bobbin.app.settings;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Which installed Python functions run in: its path, or nothing, and then one is found. Only one that works is taken. */
final class PythonRow extends VBox {

    private final StringProperty setting;
    private final PythonCheck check;
    private final TaskRunner tasks;
    private final TextField path = new LimitedField();
    private final Label outcome = Controls.wrapped("", "text-muted", "text-small");

    PythonRow(StringProperty setting, PythonCheck check, TaskRunner tasks) {
        super(Spacing.XS);
        this.setting = setting;
        this.check = check;
        this.tasks = tasks;
        String title = text("settings.python");
        path.setId("setting-python");
        path.setPromptText(text("settings.python.found"));
        path.setAccessibleText(title);
        path.setOnAction(_ -> take());
        path.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                take();
            }
        });
        HBox.setHgrow(path, Priority.ALWAYS);
        Button choose = Controls.iconButton(Feather.FOLDER, text("settings.python.choose"), this::choose);
        outcome.setId("setting-python-outcome");
        Controls.show(outcome, false);
        outcome.textProperty().addListener((_, _, words) -> Controls.show(outcome, !words.isEmpty()));
        getChildren()
                .addAll(
                        Controls.label(title),
                        Controls.wrapped(text("settings.python.hint"), "text-muted", "text-small"),
                        new HBox(Spacing.S, path, choose),
                        outcome);
        path.setText(setting.get());
        setting.addListener((_, _, now) -> path.setText(now));
    }

    private void choose() {
        FileDialogs.open(path, text("settings.python.choose"), file -> {
            path.setText(file.toString());
            take();
        });
    }

    /** Takes over what is written once it is known to be a Python that functions can run in. */
    private void take() {
        String wanted = path.getText().strip();
        if (wanted.equals(setting.get())) {
            return;
        }
        if (wanted.isEmpty()) {
            outcome.setText("");
            setting.set("");
            return;
        }
        tasks.run(
                () -> check.about(Path.of(wanted)),
                found -> {
                    outcome.setText(text("settings.python.taken", found));
                    if (wanted.equals(path.getText().strip())) {
                        setting.set(wanted);
                    }
                },
                e -> outcome.setText(text("settings.python.refused", Reasons.of(e))));
    }
}
