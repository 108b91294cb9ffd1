package dev.bobbin.app.about;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.Release;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Version and licences, over the window. */
public final class AboutPane extends VBox {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    private final TaskRunner tasks;
    private final TextArea licences = new TextArea();
    private @Nullable Node before;

    /** @param tasks reads the licences, which are long */
    public AboutPane(TaskRunner tasks) {
        super(Spacing.L);
        this.tasks = tasks;
        setId("about");
        getStyleClass().add("settings");
        setMaxSize(WIDTH, HEIGHT);
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        Label title = Controls.label(text("about.title"), "panel-title");
        HBox head =
                new HBox(title, Controls.spring(), Controls.iconButton(Feather.X, text("about.close"), this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        Label versions = Controls.label(versions());
        versions.setId("about-versions");
        Button copy = new Button(text("about.copy"));
        copy.setOnAction(_ -> copyVersions());
        HBox facts = new HBox(Spacing.L, versions, Controls.spring(), copy);
        licences.setId("about-licences");
        licences.setEditable(false);
        licences.setAccessibleText(text("about.licences"));
        VBox.setVgrow(licences, Priority.ALWAYS);
        getChildren().addAll(head, facts, Controls.label(text("about.licences")), licences);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Controls.show(this, false);
    }

    /** Opens the page. */
    public void open() {
        before = getScene().getFocusOwner();
        Controls.show(this, true);
        licences.requestFocus();
        if (licences.getText().isEmpty()) {
            tasks.run(
                    Release::licences,
                    read -> licences.setText(read.isEmpty() ? text("about.none") : read),
                    e -> licences.setText(Reasons.of(e)));
        }
    }

    private void close() {
        Controls.show(this, false);
        if (before != null) {
            before.requestFocus();
        }
    }

    private static String versions() {
        return String.join(
                "\n",
                "Bobbin " + Release.version(),
                "Java " + Release.java(),
                "Python " + Emulator.EMBEDDED_PYTHON + " (GraalPy)",
                Release.system());
    }

    private static void copyVersions() {
        ClipboardContent content = new ClipboardContent();
        content.putString(versions());
        Clipboard.getSystemClipboard().setContent(content);
    }
}
