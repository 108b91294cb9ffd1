package dev.bobbin.app.workspace;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The files of the open item that can be edited: its script, and the JSON files it has. For use on the FX thread only. */
public final class Drafts {

    private final Draft script = new Draft(Path.of(ItemFolder.SCRIPT));
    private final ObservableList<Draft> parts = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper anyUnsaved = new ReadOnlyBooleanWrapper();

    Drafts() {
        watch(script);
    }

    /** {@code function_app.py}. */
    public Draft script() {
        return script;
    }

    /** The JSON files, {@code definition.json} first. */
    public ObservableList<Draft> parts() {
        return parts;
    }

    /** Whether any file has edits that are not on disk. */
    public ReadOnlyBooleanProperty anyUnsaved() {
        return anyUnsaved.getReadOnlyProperty();
    }

    /** The files with edits that are not on disk. */
    public List<Draft> unsaved() {
        return all().filter(draft -> draft.unsaved().get()).toList();
    }

    /** Gives up the edits of all files. */
    void giveUp() {
        all().forEach(draft -> draft.text().set(draft.saved().get()));
    }

    /** Takes over an item just opened, or none. */
    void open(@Nullable ItemFolder item) {
        parts.clear();
        script.load(item == null ? "" : contentOf(item, script.part()));
        if (item != null) {
            update(item);
        } else {
            note();
        }
    }

    /**
     * Takes over what the disk holds now: of files without edits at once.
     *
     * @return the JSON files that have edits and that another program changed
     */
    List<Draft> update(ItemFolder now) {
        Map<Path, String> contents = contents(now);
        parts.removeIf(
                draft -> !contents.containsKey(draft.part()) && !draft.unsaved().get());
        List<Draft> conflicts = new ArrayList<>();
        contents.forEach((part, content) -> {
            Draft draft = parts.stream()
                    .filter(known -> known.part().equals(part))
                    .findFirst()
                    .orElse(null);
            if (draft == null) {
                Draft added = new Draft(part);
                added.load(content);
                watch(added);
                parts.add(added);
            } else if (!draft.unsaved().get()) {
                draft.load(content);
            } else if (draft.changedByOthers(content)) {
                conflicts.add(draft);
            } else {
                draft.saved().set(content);
            }
        });
        note();
        return conflicts;
    }

    /** What the disk holds of a file, as an editor holds it; empty when the file is not there. */
    static String contentOf(ItemFolder item, Path part) {
        return part.equals(Path.of(ItemFolder.SCRIPT))
                ? LineEnds.inEditor(item.script())
                : contents(item).getOrDefault(part, "");
    }

    /** The files of an item that can be edited, by their place in it. */
    public static List<Path> partsOf(ItemFolder item) {
        List<Path> all = new ArrayList<>(List.of(Path.of(ItemFolder.SCRIPT)));
        all.addAll(contents(item).keySet());
        return all;
    }

    private static Map<Path, String> contents(ItemFolder item) {
        Map<Path, String> contents = new LinkedHashMap<>();
        put(contents, item.definitionFile());
        put(contents, item.functionsFile());
        return contents;
    }

    private static void put(Map<Path, String> contents, @Nullable JsonFile file) {
        if (file != null) {
            String text = file.document().text();
            contents.put(file.path(), LineEnds.inEditor(text.startsWith("\uFEFF") ? text.substring(1) : text));
        }
    }

    private Stream<Draft> all() {
        return Stream.concat(Stream.of(script), parts.stream());
    }

    private void watch(Draft draft) {
        draft.unsaved().addListener((_, _, _) -> note());
    }

    private void note() {
        anyUnsaved.set(all().anyMatch(draft -> draft.unsaved().get()));
    }
}
