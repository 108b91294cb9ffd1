package dev.bobbin.app.find;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The find bar: what is looked for, where it is, which place is the current one, and what takes its place. */
public final class FindViewModel {

    /** Most places marked and counted; more would be of no use to anybody. */
    private static final int MOST = 20_000;

    private final StringProperty text;
    private final NewestTask finding;
    private final NewestTask replacing;
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(false);
    private final BooleanProperty regex = new SimpleBooleanProperty(false);
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<List<Match>> matches = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper told = new ReadOnlyStringWrapper("");
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final StringBinding count;

    /** The search that goes on; null when none does. */
    private @Nullable Search search;

    private @Nullable Search replacer;
    private Runnable onceFound = () -> {};

    /** @param text what is searched, as it is now */
    public FindViewModel(StringProperty text, TaskRunner tasks) {
        this.text = text;
        this.finding = new NewestTask(tasks);
        this.replacing = new NewestTask(tasks);
        count = Bindings.createStringBinding(this::describe, matches, current, query, regex, told);
        query.addListener((_, _, _) -> search());
        matchCase.addListener((_, _, _) -> search());
        regex.addListener((_, _, _) -> search());
        open.addListener((_, _, _) -> search());
        text.addListener((_, _, _) -> search());
        replacement.addListener((_, _, _) -> stopReplacing());
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** What takes a match's place; with regular expressions, {@code $1} is its first group. */
    public StringProperty replacementProperty() {
        return replacement;
    }

    public BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    /** Whether the words are a regular expression. */
    public BooleanProperty regexProperty() {
        return regex;
    }

    /** Whether the bar is shown; nothing is looked for while it is not. */
    public BooleanProperty openProperty() {
        return open;
    }

    public ReadOnlyObjectProperty<List<Match>> matchesProperty() {
        return matches.getReadOnlyProperty();
    }

    /** What came of searching or replacing, where the count does not say it; empty when there is nothing to say. */
    public ReadOnlyStringProperty toldProperty() {
        return told.getReadOnlyProperty();
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
        while (index < all.size() && isBefore(all.get(index), from, index == current.get())) {
            index++;
        }
        return go(index);
    }

    /** An empty match is left behind once it has been visited: it ends where it begins. */
    private static boolean isBefore(Match match, int from, boolean visited) {
        return match.start() < from || (visited && match.start() == from && match.end() == from);
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

    /** Does something once the matches of the present text are known, after what was asked for before: at once when they are. */
    void onceFound(Runnable action) {
        if (search == null) {
            action.run();
        } else {
            Runnable before = onceFound;
            onceFound = () -> {
                before.run();
                action.run();
            };
        }
    }

    /**
     * Replaces the current match.
     *
     * @param then receives what to change of the text, unless the replacement cannot be used, which is told then
     */
    void replaceCurrent(Consumer<Edits> then) {
        Query wanted = query();
        int chosen = current.get();
        if (wanted != null && chosen >= 0 && chosen < matches.get().size()) {
            int start = matches.get().get(chosen).start();
            Search doing = beginReplacing(wanted);
            String with = replacement.get();
            replace(() -> doing.replacementAt(start, with), wanted, then);
        }
    }

    /** Replaces every match, as {@link #replaceCurrent} does one; tells how many there were. */
    void replaceAll(Consumer<Edits> then) {
        Query wanted = query();
        if (wanted != null) {
            Search doing = beginReplacing(wanted);
            String with = replacement.get();
            replace(() -> doing.replacements(with), wanted, edits -> {
                then.accept(edits);
                told.set(text("find.replaced", edits.size()));
            });
        }
    }

    private void replace(Callable<Edits> work, Query wanted, Consumer<Edits> then) {
        replacing.run(work, then, e -> told.set(reason(e, wanted)));
    }

    private Search beginReplacing(Query wanted) {
        stopReplacing();
        replacer = new Search(text.get(), wanted);
        return replacer;
    }

    /** Its answer would be about another text or another wish. */
    private void stopReplacing() {
        told.set("");
        replacing.forget();
        if (replacer != null) {
            replacer.stop();
            replacer = null;
        }
    }

    private static String reason(Exception e, Query wanted) {
        if (e instanceof IndexOutOfBoundsException) {
            return text("find.noGroup", wanted.groups());
        }
        return text(e instanceof IllegalArgumentException ? "find.badReplacement" : "find.tooHard");
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
        stopReplacing();
        finding.forget();
        onceFound = () -> {};
        if (search != null) {
            search.stop();
            search = null;
        }
        Query wanted = open.get() ? query() : null;
        if (wanted == null) {
            show(List.of());
            if (open.get()) {
                told.set(asked().fault().orElse(""));
            }
            return;
        }
        Search begun = new Search(text.get(), wanted);
        search = begun;
        finding.run(() -> begun.matches(MOST), this::show, e -> {
            show(List.of());
            told.set(reason(e, wanted));
        });
    }

    private void show(List<Match> found) {
        search = null;
        current.set(-1);
        matches.set(found);
        Runnable next = onceFound;
        onceFound = () -> {};
        next.run();
    }

    /** What to look for; null when there is nothing, or it is no regular expression. */
    private @Nullable Query query() {
        Query wanted = asked();
        return wanted.words().isEmpty() || !wanted.isValid() ? null : wanted;
    }

    private Query asked() {
        return new Query(query.get(), regex.get(), matchCase.get());
    }

    private String describe() {
        int size = matches.get().size();
        if (query.get().isEmpty() || (size == 0 && !told.get().isEmpty())) {
            return "";
        }
        return size == 0 ? text("find.none") : text("find.count", Math.max(0, current.get() + 1), size);
    }
}
