package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.ServiceChoice;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;

/** The profile in use, and the others. An asterisk says that values of it were changed. */
final class ProfileMenu extends StatusMenu {

    private final ServiceChoice choice;
    private final MenuItem values;
    private final MenuItem reset;

    /** @param showValues opens the page on the profile's values */
    ProfileMenu(StatusViewModel status, Runnable showValues) {
        super("status-profile", Feather.SLIDERS);
        choice = status.choice();
        values = item(text("status.profile.values"), showValues);
        reset = item(text("status.profile.reset"), choice::resetValues);
        status.profile().addListener((_, _, now) -> show(now));
        show(status.profile().get());
    }

    private void show(ServiceProfile now) {
        setText(text("status.profile", now.name()));
        getTooltip().setText(getText() + "\n" + now.document());
        ServiceProfile original = ServiceProfiles.named(now.name()).orElse(now);
        reset.setDisable(original.equals(now));
        offer(
                ServiceProfiles.all(),
                original,
                profile -> text("status.profile", profile.name()),
                profile -> choice.useProfile(profile.name()),
                values,
                reset);
    }
}
