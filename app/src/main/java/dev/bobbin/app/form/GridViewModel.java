package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.DecimalComma;
import dev.bobbin.app.text.DelimitedText;
import dev.bobbin.app.text.TextFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A table to fill in, and the JSON text it stands for; each follows the other. */
public final class GridViewModel {

    /** Most characters read on the FX thread; reading more would hold it up. */
    private static final int MOST_AT_ONCE = 50_000;

    private final StringProperty json;
    private final TaskRunner tasks;
    private final ObservableList<GridColumn> columns = FXCollections.observableArrayList();
    private final ObservableList<List<JsonNode>> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Consumer<String> readAhead;
    private final boolean series;
    private final Steps<GridData> steps = new Steps<>();
    private final ReadOnlyBooleanWrapper behind = new ReadOnlyBooleanWrapper();
    private GridData last = GridData.EMPTY;
    private String written = "";

    /**
     * @param json the text that is sent
     * @param series whether it stands for a list of plain values
     * @param readAhead is given a long text in the background, before it becomes that which is sent
     */
    GridViewModel(StringProperty json, boolean series, Consumer<String> readAhead, TaskRunner tasks) {
        this.json = json;
        this.readAhead = readAhead;
        this.series = series;
        this.tasks = tasks;
        json.addListener((_, _, now) -> follow(now));
        follow(json.get());
    }

    /** The columns, in order. */
    public ObservableList<GridColumn> columns() {
        return columns;
    }

    /** The rows: a value a column. Not to be changed but through this model. */
    public ObservableList<List<JsonNode>> rows() {
        return rows;
    }

    /** Why the JSON text cannot be shown as a table, or what was not understood; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Whether the JSON text is still being made of what the table has become. */
    public ReadOnlyBooleanProperty behindProperty() {
        return behind.getReadOnlyProperty();
    }

    /**
     * Takes over what was typed into a cell; false, and no change, when it is none of the column's kind. A column without any
     * value gets the kind of the first one.
     */
    public boolean type(int row, int column, String words) {
        if (isBare(column)) {
            columns.set(column, new GridColumn(columns.get(column).name(), GridColumn.kindOf(List.of(words))));
        }
        JsonNode value = columns.get(column).read(words);
        if (value == null) {
            problem.set(text(
                    "grid.notOfKind",
                    words,
                    text("grid.kind." + columns.get(column).kind())));
            return false;
        }
        set(row, column, value);
        return true;
    }

    /** Whether a column is one of texts only for want of values. */
    private boolean isBare(int column) {
        return columns.get(column).kind() == GridColumn.Kind.TEXT
                && rows.stream().map(row -> row.get(column)).allMatch(value -> value.isNull() || value.isMissingNode());
    }

    /** Makes a cell null. */
    public void setNull(int row, int column) {
        set(row, column, NullNode.instance);
    }

    /** Makes cells null, in one step. @param cells columns of the cells by their rows */
    public void setNull(Map<Integer, Set<Integer>> cells) {
        List<List<JsonNode>> changed = new ArrayList<>(rows);
        cells.forEach((row, chosen) -> {
            List<JsonNode> cleared = new ArrayList<>(changed.get(row));
            chosen.forEach(column -> cleared.set(column, NullNode.instance));
            changed.set(row, cleared);
        });
        rows.setAll(changed);
        publish();
    }

    /** Makes a cell an empty text, which is something else than null. */
    public void setBlank(int row, int column) {
        set(row, column, TextNode.valueOf(""));
    }

    /** Leaves the cell's member out of its object. */
    public void setMissing(int row, int column) {
        set(row, column, MissingNode.getInstance());
    }

    private void set(int row, int column, JsonNode value) {
        List<JsonNode> changed = new ArrayList<>(rows.get(row));
        changed.set(column, value);
        rows.set(row, changed);
        publish();
    }

    /** Adds a row of nulls before that one, or at the end. */
    public void addRow(int before) {
        if (columns.isEmpty()) {
            columns.add(new GridColumn(series ? GridData.VALUES : text("grid.column", 1), GridColumn.Kind.TEXT));
        }
        List<JsonNode> row = new ArrayList<>();
        columns.forEach(column -> row.add(NullNode.instance));
        rows.add(Math.clamp(before, 0, rows.size()), row);
        publish();
    }

    /** Removes these rows. */
    public void removeRows(Set<Integer> indices) {
        rows.setAll(IntStream.range(0, rows.size())
                .filter(index -> !indices.contains(index))
                .mapToObj(rows::get)
                .toList());
        publish();
    }

    /** Adds a column of nulls at the end. */
    public void addColumn() {
        int number = columns.size() + 1;
        while (place(text("grid.column", number)) >= 0) {
            number++;
        }
        columns.add(new GridColumn(text("grid.column", number), GridColumn.Kind.TEXT));
        rows.replaceAll(row -> {
            List<JsonNode> wider = new ArrayList<>(row);
            wider.add(NullNode.instance);
            return wider;
        });
        publish();
    }

    /** Removes a column. */
    public void removeColumn(int column) {
        columns.remove(column);
        rows.replaceAll(row -> {
            List<JsonNode> narrower = new ArrayList<>(row);
            narrower.remove(column);
            return narrower;
        });
        publish();
    }

    /** Gives a column a name; false, and no change, when another one has it. */
    public boolean rename(int column, String name) {
        String bare = name.strip();
        if (bare.isEmpty() || (place(bare) >= 0 && place(bare) != column)) {
            problem.set(text("grid.nameTaken", bare));
            return false;
        }
        columns.set(column, new GridColumn(bare, columns.get(column).kind()));
        publish();
        return true;
    }

    /** Makes a column hold another kind of values; no change when one of them cannot become one. */
    public void setKind(int column, GridColumn.Kind kind) {
        GridColumn changed = new GridColumn(columns.get(column).name(), kind);
        List<List<String>> texts = rows.stream()
                .map(row -> List.of(GridColumn.write(row.get(column))))
                .toList();
        boolean number = kind == GridColumn.Kind.WHOLE || kind == GridColumn.Kind.DECIMAL;
        List<List<String>> readable = number ? DecimalComma.plain(texts) : texts;
        List<List<JsonNode>> converted = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            JsonNode before = rows.get(i).get(column);
            JsonNode value = before.isMissingNode() || before.isNull()
                    ? before
                    : changed.read(readable.get(i).getFirst());
            if (value == null) {
                problem.set(text("grid.kindRefused", i + 1, texts.get(i).getFirst(), text("grid.kind." + kind)));
                return;
            }
            List<JsonNode> row = new ArrayList<>(rows.get(i));
            row.set(column, value);
            converted.add(row);
        }
        problem.set("");
        columns.set(column, changed);
        rows.setAll(converted);
        publish();
    }

    /** Whether a column can be named and added: not in a list of plain values. */
    public boolean hasNamedColumns() {
        return !series;
    }

    /** Pastes copied cells: into an empty table as a whole, else over the cells from that one on. */
    public void paste(String copied, int row, int column) {
        GridData before = last;
        tasks.run(
                () -> GridPaste.of(
                        before,
                        copied,
                        Math.max(0, row),
                        Math.max(0, column),
                        series,
                        number -> text("grid.column", number)),
                pasted -> take(before, pasted, ""),
                e -> problem.set(Reasons.of(e)));
    }

    /** Replaces the table by a CSV file's. */
    public void open(Path file) {
        GridData before = last;
        tasks.run(
                () -> {
                    TextFile read = TextFile.read(file);
                    return new Opened(
                            GridPaste.whole(before, DelimitedText.parse(read.content()), series), read.remark());
                },
                opened -> take(before, opened.table(), opened.remark()),
                e -> problem.set(text("grid.notOpened", file.getFileName(), Reasons.of(e))));
    }

    /** A file's table, and what is to be said about the file. */
    private record Opened(GridPaste table, String remark) {}

    /** Takes over what was pasted or opened, unless the table has been changed meanwhile. */
    private void take(GridData before, GridPaste pasted, String remark) {
        if (before != last) {
            problem.set(text("grid.changedMeanwhile"));
            return;
        }
        fill(pasted.data());
        publish();
        problem.set(Stream.of(
                        remark,
                        pasted.replaced() ? text("grid.replaced", before.rows().size()) : "",
                        pasted.commas() ? text("grid.commas") : "",
                        pasted.kindsChanged() > 0 ? text("grid.kindsChanged", pasted.kindsChanged()) : "",
                        pasted.leftOut() > 0 ? text("grid.leftOut", pasted.leftOut()) : "")
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" ")));
    }

    /** Takes back the last change. */
    public void undo() {
        steps.back(last).ifPresent(this::restore);
    }

    /** Makes the change again that was last taken back. */
    public void redo() {
        steps.forth(last).ifPresent(this::restore);
    }

    private void restore(GridData data) {
        fill(data);
        last = data;
        problem.set("");
        write();
    }

    /** These cells as spreadsheets take them: a line a row, a tab between cells; null is an empty cell. */
    public String copy(List<Integer> chosenRows, List<Integer> chosenColumns) {
        return chosenRows.stream()
                .map(row -> chosenColumns.stream()
                        .map(column -> DelimitedText.quoted(
                                GridColumn.write(rows.get(row).get(column)), '\t'))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }

    private int place(String name) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void follow(String now) {
        if (now.equals(written)) {
            return;
        }
        if (now.length() <= MOST_AT_ONCE) {
            follow(GridData.ofJson(now), now);
        } else {
            tasks.run(() -> GridData.ofJson(now), data -> follow(data, now), e -> problem.set(Reasons.of(e)));
        }
    }

    private void follow(Optional<GridData> data, String now) {
        if (!now.equals(json.get())) {
            return;
        }
        boolean unclear = data.isEmpty() && !now.isBlank();
        problem.set(unclear ? text("grid.noTable") : "");
        last = data.orElse(GridData.EMPTY);
        fill(last);
        steps.clear();
    }

    private void fill(GridData data) {
        // Rows of the new width under columns of the old one would ask for cells that are not there.
        rows.clear();
        columns.setAll(data.columns());
        rows.setAll(data.rows());
    }

    /** Tells what the table has become by a change. */
    private void publish() {
        steps.left(last);
        last = new GridData(List.copyOf(columns), List.copyOf(rows));
        write();
    }

    private void write() {
        GridData now = last;
        if (rows.size() * Math.max(1L, columns.size()) <= MOST_AT_ONCE / 10) {
            write(now.toJson());
        } else {
            behind.set(true);
            tasks.run(
                    () -> {
                        String text = now.toJson();
                        readAhead.accept(text);
                        return text;
                    },
                    text -> write(now, text),
                    e -> {
                        behind.set(false);
                        problem.set(Reasons.of(e));
                    });
        }
    }

    private void write(GridData of, String text) {
        if (of == last) {
            write(text);
        }
    }

    private void write(String text) {
        written = text;
        json.set(text);
        behind.set(false);
    }
}
