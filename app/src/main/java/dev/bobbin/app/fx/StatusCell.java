package dev.bobbin.app.fx;

import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import org.kordamp.ikonli.feather.Feather;

/** How something ended, in words and with a sign: never by colour alone. */
public final class StatusCell<T> extends TableCell<T, Object> {

    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass WELL = PseudoClass.getPseudoClass("well");

    // Made once: a sign made anew whenever a row comes into view has to be styled each time.
    private final Node good = Controls.icon(Feather.CHECK_CIRCLE);
    private final Node bad = Controls.icon(Feather.X_CIRCLE);
    private final Predicate<String> isWell;

    /** @param isWell whether that word says that all went well */
    public StatusCell(Predicate<String> isWell) {
        this.isWell = isWell;
    }

    @Override
    protected void updateItem(Object status, boolean empty) {
        super.updateItem(status, empty);
        String word = empty || status == null ? "" : status.toString();
        boolean well = isWell.test(word);
        setText(word);
        setGraphic(word.isEmpty() ? null : well ? good : bad);
        pseudoClassStateChanged(FAILED, !word.isEmpty() && !well);
        pseudoClassStateChanged(WELL, well);
    }
}
