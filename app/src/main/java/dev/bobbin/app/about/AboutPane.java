package dev.bobbin.app.about;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.Release;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Version and licences, over the window. */
public final class AboutPane extends Overlay {

    private static final double WIDTH = 720;
    private static final double HEIGHT = 480;

    private final TaskRunner tasks;
    private final ReadOnlyCode licences = new ReadOnlyCode(text("about.licences"), _ -> List.of());
    private boolean shown;

    /** @param tasks reads the licences, which are long */
    public AboutPane(TaskRunner tasks) {
        super("about", text("about.title"), text("about.close"));
        this.tasks = tasks;
        setMaxSize(WIDTH, HEIGHT);
        Label versions = Controls.label(versions());
        versions.setId("about-versions");
        Button copy = new Button(text("about.copy"));
        copy.setOnAction(_ -> copyVersions());
        HBox facts = new HBox(Spacing.L, versions, Controls.spring(), copy);
        licences.area().setId("about-licences");
        licences.area().setWrapText(true);
        VBox.setVgrow(licences, Priority.ALWAYS);
        getChildren().addAll(facts, Controls.label(text("about.licences")), licences);
    }

    @Override
    protected void opened() {
        licences.area().requestFocus();
        if (!shown) {
            shown = true;
            tasks.run(
                    Release::licences,
                    read -> licences.show(read.isEmpty() ? text("about.none") : read),
                    e -> licences.show(Reasons.of(e)));
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
