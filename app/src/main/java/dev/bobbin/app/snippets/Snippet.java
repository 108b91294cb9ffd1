package dev.bobbin.app.snippets;

import static dev.bobbin.app.l10n.Messages.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A function to insert into a script, as a beginning of one's own. Each runs as it is in an item with the usual head. */
public enum Snippet {
    HELLO("basics"),
    DATES("basics"),
    USER_ERROR("basics"),
    LOGGING("basics"),
    CONTEXT("basics"),
    QUERY("warehouse"),
    INSERT("warehouse"),
    READ_CSV("lakehouse"),
    WRITE_FILE("lakehouse"),
    VARIABLES("other");

    private final String category;

    Snippet(String category) {
        this.category = category;
    }

    /** What it does, in a few words. */
    public String title() {
        return text("snippet." + name());
    }

    /** What it belongs to, such as the warehouse. */
    public String category() {
        return text("snippet.category." + category);
    }

    /** Its code, with a blank line before it. */
    public String code() {
        String resource = name().toLowerCase(Locale.ROOT) + ".py";
        try (InputStream in = Snippet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return "\n\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8).strip() + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
