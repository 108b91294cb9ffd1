package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.LogLine;
import java.util.List;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The newest lines of the present or last run; the number of lines kept has a limit, the count has none. */
public final class LogBuffer {

    /** Most lines kept. */
    public static final int LIMIT = 10_000;

    private final ObservableList<LogLine> lines = FXCollections.observableArrayList();
    private final ObservableList<LogLine> readOnly = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyLongWrapper total = new ReadOnlyLongWrapper();
    private WholeLog whole = new WholeLog();

    /** The lines kept, oldest first. */
    public ObservableList<LogLine> lines() {
        return readOnly;
    }

    /** All lines there were, kept or not. */
    public ReadOnlyLongProperty totalProperty() {
        return total.getReadOnlyProperty();
    }

    /** Every line of the run, for saving. Whoever brings lines adds them there, too. */
    public WholeLog whole() {
        return whole;
    }

    /** @param dropped lines that came before these and were never seen here */
    public void append(List<LogLine> batch, long dropped) {
        int surplus = lines.size() + batch.size() - LIMIT;
        if (surplus >= lines.size()) {
            lines.setAll(batch.subList(Math.max(0, batch.size() - LIMIT), batch.size()));
        } else {
            if (surplus > 0) {
                lines.remove(0, surplus);
            }
            lines.addAll(batch);
        }
        total.set(total.get() + batch.size() + dropped);
    }

    /** Forgets all lines. */
    public void clear() {
        lines.clear();
        total.set(0);
        whole = new WholeLog();
    }
}
