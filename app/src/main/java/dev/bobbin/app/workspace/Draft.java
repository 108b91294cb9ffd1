package dev.bobbin.app.workspace;

import java.nio.file.Path;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A file of the item as an editor holds it, and as the disk does as far as known. Lines end in line feeds. */
public final class Draft {

    private final Path part;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty saved = new SimpleStringProperty("");
    private final BooleanBinding unsaved = text.isNotEqualTo(saved);

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

    /** Takes over what the disk holds; edits are given up. */
    void load(String content) {
        saved.set(content);
        text.set(content);
    }
}
