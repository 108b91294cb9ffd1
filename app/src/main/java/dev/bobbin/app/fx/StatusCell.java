package dev.bobbin.app.fx;

import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.feather.Feather;

/** How something ended, in words and with a sign: never by colour alone. */
public final class StatusCell<T> extends TableCell<T, Object> {

    /** What a word says. */
    public enum Outcome {
        WELL,
        FAILED,
        /** The function, or the service, would not do it: as it should be, perhaps. */
        REFUSED,
        /** Somebody ended it. */
        STOPPED,
        /** It may be the one or the other by now. */
        UNKNOWN;

        /** What the service's word for a status says of a run that has not succeeded; more may follow the word. */
        public static Outcome ofStatus(String word) {
            return word.startsWith(Status.BAD_REQUEST.wireName())
                    ? REFUSED
                    : word.startsWith(RunSummary.STOPPED) ? STOPPED : FAILED;
        }
    }

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass WELL = PseudoClass.getPseudoClass("well");

    // Made once: a sign made anew whenever a row comes into view has to be styled each time.
    private final Map<Outcome, Node> signs = new EnumMap<>(Outcome.class);
    private final Function<String, Outcome> outcomes;

    /** @param outcomes what each word says that stands in the cells */
    public StatusCell(Function<String, Outcome> outcomes) {
        this.outcomes = outcomes;
    }

    @Override
    protected void updateItem(Object status, boolean empty) {
        super.updateItem(status, empty);
        String word = empty || status == null ? "" : status.toString();
        Outcome outcome = word.isEmpty() ? Outcome.UNKNOWN : outcomes.apply(word);
        setText(word);
        setGraphic(word.isEmpty() ? null : signs.computeIfAbsent(outcome, StatusCell::sign));
        pseudoClassStateChanged(FAILED, outcome == Outcome.FAILED);
        pseudoClassStateChanged(REFUSED, outcome == Outcome.REFUSED);
        pseudoClassStateChanged(WELL, outcome == Outcome.WELL);
    }

    private static Node sign(Outcome outcome) {
        return Controls.icon(
                switch (outcome) {
                    case WELL -> Feather.CHECK_CIRCLE;
                    case FAILED -> Feather.X_CIRCLE;
                    case REFUSED -> Feather.ALERT_TRIANGLE;
                    case STOPPED -> Feather.SLASH;
                    case UNKNOWN -> Feather.HELP_CIRCLE;
                });
    }
}
