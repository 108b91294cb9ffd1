package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.List;

/**
 * Texts that are not saved and are no files of the item, such as documents of a stand-in. They outlive the item, but not
 * the window: that is asked about. For use on the FX thread only.
 */
public final class UnsavedTexts {

    private static final String NOTICE = "unsaved-texts";

    private final Notices notices;
    private List<String> names = List.of();

    UnsavedTexts(Notices notices) {
        this.notices = notices;
    }

    /** @param now what people know them by; empty when all are saved */
    public void set(List<String> now) {
        names = List.copyOf(now);
    }

    /** Does something that would lose them; asks first when there are any. */
    public void whenNone(Runnable action) {
        if (names.isEmpty()) {
            action.run();
            return;
        }
        notices.show(new Notice(
                NOTICE,
                Notice.Kind.QUESTION,
                text("notice.unsavedTexts", String.join(", ", names)),
                List.of(
                        new Notice.Choice(text("choice.discard"), action),
                        Notice.Choice.decline(text("choice.cancel"), () -> {}))));
    }
}
