package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.item.ItemFolder;
import java.util.List;
import java.util.Optional;

/** Asks whether a folder's code may run, wherever it would: by a run, an example, a request from outside. */
public final class TrustQuestion {

    private static final String NOTICE = "trust";

    private TrustQuestion() {}

    /** Does something at once in a folder that is trusted; else asks, and does it once the user agrees. @return what is asked; empty when nothing is @param yes key of the agreeing button's text */
    public static Optional<Notice> ask(WorkspaceModel model, Trust trust, ItemFolder item, String yes, Runnable then) {
        if (trust.trusts(item.root())) {
            then.run();
            return Optional.empty();
        }
        Notice question = new Notice(
                NOTICE,
                Notice.Kind.QUESTION,
                text("notice.trust", item.root()),
                List.of(
                        new Notice.Choice(text(yes), () -> {
                            trust.trust(item.root());
                            then.run();
                        }),
                        Notice.Choice.decline(text("choice.notNow"), () -> {})));
        model.notices().show(question);
        return Optional.of(question);
    }
}
