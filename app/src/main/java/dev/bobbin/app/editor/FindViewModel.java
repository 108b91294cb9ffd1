package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The find bar: what is looked for, where it is, and which place is the current one. */
public final class FindViewModel {

    /** A place where the words looked for stand. @param end offset after the last character */
    public record Match(int start, int end) {}

    private final EditorViewModel editor;
    private final TaskRunner tasks;
    private final StringProperty query = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(false);
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<List<Match>> matches = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final StringBinding count;

    public FindViewModel(EditorViewModel editor, TaskRunner tasks) {
        this.editor = editor;
        this.tasks = tasks;
        count = Bindings.createStringBinding(this::describe, matches, current, query);
        query.addListener((_, _, _) -> search());
        matchCase.addListener((_, _, _) -> search());
        open.addListener((_, _, _) -> search());
        editor.textProperty().addListener((_, _, _) -> search());
    }

    public StringProperty queryProperty() {
        return query;
    }

    public BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    /** Whether the bar is shown; nothing is looked for while it is not. */
    public BooleanProperty openProperty() {
        return open;
    }

    public ReadOnlyObjectProperty<List<Match>> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** Number of the current match, from 0; -1 when there is none. */
    public IntegerProperty currentProperty() {
        return current;
    }

    /** The number of matches and of the current one, in words. */
    public StringBinding count() {
        return count;
    }

    /** Makes the first match from that offset the current one, going round at the end. */
    public OptionalInt next(int from) {
        List<Match> all = matches.get();
        int index = 0;
        while (index < all.size() && all.get(index).start() < from) {
            index++;
        }
        return go(index);
    }

    /** Makes the last match before that offset the current one, going round at the beginning. */
    public OptionalInt previous(int before) {
        List<Match> all = matches.get();
        int index = all.size() - 1;
        while (index >= 0 && all.get(index).start() >= before) {
            index--;
        }
        return go(index);
    }

    private OptionalInt go(int index) {
        int size = matches.get().size();
        if (size == 0) {
            return OptionalInt.empty();
        }
        current.set(Math.floorMod(index, size));
        return OptionalInt.of(current.get());
    }

    private void search() {
        String text = editor.textProperty().get();
        String wanted = open.get() ? query.get() : "";
        boolean exact = matchCase.get();
        if (wanted.isEmpty()) {
            show(List.of());
            return;
        }
        tasks.run(
                () -> find(text, wanted, exact),
                found -> {
                    if (open.get()
                            && text.equals(editor.textProperty().get())
                            && wanted.equals(query.get())
                            && exact == matchCase.get()) {
                        show(found);
                    }
                },
                // Looking for plain words cannot fail.
                _ -> show(List.of()));
    }

    private void show(List<Match> found) {
        current.set(-1);
        matches.set(found);
    }

    private static List<Match> find(String text, String wanted, boolean exact) {
        int flags = Pattern.LITERAL | (exact ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        Matcher matcher = Pattern.compile(wanted, flags).matcher(text);
        List<Match> found = new ArrayList<>();
        while (matcher.find()) {
            found.add(new Match(matcher.start(), matcher.end()));
        }
        return List.copyOf(found);
    }

    private String describe() {
        int size = matches.get().size();
        if (query.get().isEmpty()) {
            return "";
        }
        return size == 0 ? text("find.none") : text("find.count", Math.max(0, current.get() + 1), size);
    }
}
