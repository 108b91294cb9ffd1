package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.ServiceChoice;
import dev.bobbin.emulator.service.WorkspaceSettings;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** Whom functions run for, and the others there are. */
final class PersonaMenu extends StatusMenu {

    private final ServiceChoice choice;
    private final MenuItem edit;

    /** @param showPersonas opens the page on the personas */
    PersonaMenu(StatusViewModel status, Runnable showPersonas) {
        super("status-persona", Feather.USER);
        choice = status.choice();
        edit = item(text("status.persona.edit"), showPersonas);
        getTooltip().textProperty().bind(textProperty().map(user -> user + "\n" + text("status.persona.hint")));
        textProperty().bind(status.user().map(user -> user.preferredUsername()));
        choice.settingsProperty().addListener((_, _, now) -> show(now));
        show(choice.settingsProperty().get());
    }

    private void show(WorkspaceSettings now) {
        offer(
                now.allPersonas(),
                now.current(),
                persona -> text("status.persona.choice", persona.name(), persona.preferredUsername()),
                choice::usePersona,
                edit);
    }
}
