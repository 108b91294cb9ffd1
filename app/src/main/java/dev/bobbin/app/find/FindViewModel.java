package dev.bobbin.app.find;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
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
import org.jspecify.annotations.Nullable;

/** The find bar: what is looked for, where it is, which place is the current one, and what takes its place. */
public final class FindViewModel {

    /** Most places found; more would be of no use to anybody. */
    private static final int MOST = 20_000;

    /** A place where the words looked for stand. @param end offset after the last character */
    public record Match(int start, int end) {}

    private final StringProperty text;
    private final TaskRunner tasks;
    private final StringProperty query = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty(false);
    private final BooleanProperty regex = new SimpleBooleanProperty(false);
    private final BooleanProperty open = new SimpleBooleanProperty(false);
    private final ReadOnlyObjectWrapper<List<Match>> matches = new ReadOnlyObjectWrapper<>(List.of());
    private final IntegerProperty current = new SimpleIntegerProperty(-1);
    private final StringBinding count;

    /** @param text what is searched, as it is now */
    public FindViewModel(StringProperty text, TaskRunner tasks) {
        this.text = text;
        this.tasks = tasks;
        count = Bindings.createStringBinding(this::describe, matches, current, query, regex);
        query.addListener((_, _, _) -> search());
        matchCase.addListener((_, _, _) -> search());
        regex.addListener((_, _, _) -> search());
        open.addListener((_, _, _) -> search());
        text.addListener((_, _, _) -> search());
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

    /** The text of a match once it is replaced; empty when the replacement cannot be used. */
    public Optional<String> replaced(Match match) {
        Pattern pattern = pattern();
        String all = text.get();
        if (pattern == null) {
            return Optional.empty();
        }
        Matcher matcher = pattern.matcher(all);
        if (!matcher.find(match.start()) || matcher.start() != match.start()) {
            return Optional.empty();
        }
        if (!regex.get()) {
            return Optional.of(replacement.get());
        }
        try {
            StringBuilder out = new StringBuilder();
            matcher.appendReplacement(out, replacement.get());
            return Optional.of(out.substring(match.start()));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
    }

    /** The whole text with every match replaced; empty when the replacement cannot be used. */
    public Optional<String> replacedAll() {
        Pattern pattern = pattern();
        if (pattern == null) {
            return Optional.empty();
        }
        String with = regex.get() ? replacement.get() : Matcher.quoteReplacement(replacement.get());
        try {
            return Optional.of(pattern.matcher(text.get()).replaceAll(with));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            return Optional.empty();
        }
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
        String all = text.get();
        Pattern wanted = open.get() ? pattern() : null;
        String words = query.get();
        if (wanted == null) {
            show(List.of());
            return;
        }
        tasks.run(
                () -> find(all, wanted),
                found -> {
                    if (open.get()
                            && all.equals(text.get())
                            && words.equals(query.get())
                            && wanted.flags() == flags()) {
                        show(found);
                    }
                },
                // A regular expression can need more stack than there is.
                _ -> show(List.of()));
    }

    private void show(List<Match> found) {
        current.set(-1);
        matches.set(found);
    }

    private int flags() {
        return (regex.get() ? Pattern.MULTILINE : Pattern.LITERAL)
                | (matchCase.get() ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** What to look for; null when there is nothing, or it is no regular expression. */
    private @Nullable Pattern pattern() {
        if (query.get().isEmpty()) {
            return null;
        }
        try {
            return Pattern.compile(query.get(), flags());
        } catch (PatternSyntaxException _) {
            return null;
        }
    }

    private static List<Match> find(String text, Pattern wanted) {
        Matcher matcher = wanted.matcher(text);
        List<Match> found = new ArrayList<>();
        while (matcher.find() && found.size() < MOST) {
            if (matcher.end() > matcher.start()) {
                found.add(new Match(matcher.start(), matcher.end()));
            }
        }
        return List.copyOf(found);
    }

    private String describe() {
        int size = matches.get().size();
        if (query.get().isEmpty()) {
            return "";
        }
        if (pattern() == null) {
            return text("find.badRegex");
        }
        return size == 0 ? text("find.none") : text("find.count", Math.max(0, current.get() + 1), size);
    }
}
