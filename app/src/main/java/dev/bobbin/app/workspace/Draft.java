package dev.bobbin.app.workspace;

import java.nio.file.Path;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A file of the item as an editor holds it, and as the disk does as far as known. Lines end in line feeds. */
public final class Draft {

    private final Path part;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty saved = new SimpleStringProperty("");
    private final BooleanBinding unsaved = text.isNotEqualTo(saved);

    /** On its way to the disk, where it may or may not be by now. */
    private @Nullable String writing;

    /** @param part relative to the item folder */
    Draft(Path part) {
        this.part = part;
    }

    /** Relative to the item folder. */
    public Path part() {
        return part;
    }

    /** Its file's name. */
    public String name() {
        return String.valueOf(part.getFileName());
    }

    /** What the editor holds. */
    public StringProperty text() {
        return text;
    }

    /** What the disk holds. */
    public StringProperty saved() {
        return saved;
    }

    /** Whether the editor holds something the disk does not. */
    public BooleanBinding unsaved() {
        return unsaved;
    }

    /** Whether what the disk holds now is neither what it held, nor what the editor has, nor what is being written. */
    boolean changedByOthers(String onDisk) {
        return !onDisk.equals(saved.get()) && !onDisk.equals(text.get()) && !onDisk.equals(writing);
    }

    /** A text is being written: whoever sees it on the disk must know it for the window's own. */
    public void beginWriting(String content) {
        writing = content;
    }

    /** The disk holds what was being written, or not. */
    public void endWriting(boolean written) {
        if (written && writing != null) {
            saved.set(writing);
        }
        writing = null;
    }

    /** Takes over what the disk holds; edits are given up. */
    void load(String content) {
        writing = null;
        saved.set(content);
        text.set(content);
    }
}
