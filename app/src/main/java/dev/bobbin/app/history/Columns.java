package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.StatusCell;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Makes the columns of this feature's tables. */
final class Columns {

    private static final String GOOD = "Succeeded";

    private static final double MARK_WIDTH = 30;

    private Columns() {}

    /** What a cell shows, made when it is shown: sorting looks at every row, and at what it is sorted by alone. */
    private record Ordered<T, C extends Comparable<? super C>>(T row, Function<T, String> words, C by)
            implements Comparable<Ordered<T, C>> {

        @Override
        public int compareTo(Ordered<T, C> other) {
            return by.compareTo(other.by);
        }

        @Override
        public String toString() {
            return words.apply(row);
        }
    }

    static <T> TableColumn<T, Object> of(String title, double width, Function<T, Object> value) {
        TableColumn<T, Object> column = new TableColumn<>(text(title));
        column.setPrefWidth(width);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        return column;
    }

    /** A column that is sorted not by its words but by what they tell. */
    static <T, C extends Comparable<? super C>> TableColumn<T, Object> ordered(
            String title, double width, Function<T, String> words, Function<T, C> by) {
        return of(title, width, row -> new Ordered<>(row, words, by.apply(row)));
    }

    /** A status in words, with a sign: never by colour alone. */
    static <T> TableColumn<T, Object> status(String title, double width, Function<T, Object> value) {
        TableColumn<T, Object> column = of(title, width, value);
        column.setCellFactory(_ -> new StatusCell<>(Columns::outcome));
        return column;
    }

    private static StatusCell.Outcome outcome(String word) {
        if (word.equals(GOOD) || word.equals(text("examples.passed"))) {
            return StatusCell.Outcome.WELL;
        }
        if (word.equals(text("examples.stale"))) {
            return StatusCell.Outcome.UNKNOWN;
        }
        return StatusCell.Outcome.ofStatus(word);
    }

    /** What a narrow column shows. @param words that say it, to who hovers or does not see */
    record Sign(Feather icon, String words) {}

    /** A narrow column that has a sign or none. */
    static <T> TableColumn<T, Object> mark(String name, Feather icon, Predicate<T> marked) {
        Sign sign = new Sign(icon, text(name));
        return sign(name, icon, row -> marked.test(row) ? Optional.of(sign) : Optional.empty());
    }

    /** A narrow column of signs. Its name is said where its own sign is not seen. */
    static <T> TableColumn<T, Object> sign(String name, Feather icon, Function<T, Optional<Sign>> signs) {
        TableColumn<T, Object> column = narrow(name, icon);
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(signs.apply(row.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {

            // Many cells show no sign at all, and a hint takes longer to make than a cell.
            private @Nullable Tooltip hint;
            private final Map<Feather, Node> signs = new EnumMap<>(Feather.class);

            @Override
            protected void updateItem(Object value, boolean empty) {
                super.updateItem(value, empty);
                if (!empty && value instanceof Optional<?> some && some.orElse(null) instanceof Sign shown) {
                    setGraphic(signs.computeIfAbsent(shown.icon(), Controls::icon));
                    setAccessibleText(shown.words());
                    setTooltip(hint(shown.words()));
                } else {
                    setGraphic(null);
                    setAccessibleText(null);
                    setTooltip(null);
                }
            }

            private Tooltip hint(String words) {
                if (hint == null) {
                    hint = new Tooltip();
                }
                hint.setText(words);
                return hint;
            }
        });
        return column;
    }

    /** A narrow column of numbers that says nothing where there is none to count. */
    static <T> TableColumn<T, Object> count(String name, Feather icon, ToIntFunction<T> number) {
        TableColumn<T, Object> column = narrow(name, icon);
        column.setCellValueFactory(row -> {
            int count = number.applyAsInt(row.getValue());
            return new ReadOnlyObjectWrapper<>(
                    new Ordered<>(count, shown -> shown == 0 ? "" : Integer.toString(shown), count));
        });
        return column;
    }

    private static <T> TableColumn<T, Object> narrow(String name, Feather icon) {
        TableColumn<T, Object> column = new TableColumn<>();
        Label title = new Label(null, Controls.icon(icon));
        title.setAccessibleText(text(name));
        title.setTooltip(new Tooltip(text(name)));
        column.setGraphic(title);
        column.setPrefWidth(MARK_WIDTH);
        column.setResizable(false);
        return column;
    }
}
