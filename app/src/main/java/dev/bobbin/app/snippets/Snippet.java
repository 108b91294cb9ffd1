package dev.bobbin.app.snippets;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.StandInKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** A function to insert into a script, as a beginning of one's own. Each runs as it is in an item with the usual head. */
public enum Snippet {
    HELLO("basics"),
    DATES("basics"),
    USER_ERROR("basics"),
    LOGGING("basics"),
    CONTEXT("basics"),
    CALL_SERVICE("basics"),
    TOGETHER("async"),
    STREAM("async"),
    FRAME("pandas"),
    QUERY("warehouse"),
    INSERT("warehouse"),
    TABLE_ROWS("database"),
    WRITE_BACK("database"),
    READ_CSV("lakehouse"),
    WRITE_FILE("lakehouse"),
    LAKE_TABLE("lakehouse"),
    FIND_DOCUMENTS("cosmos"),
    ADD_DOCUMENT("cosmos"),
    SECRET("vault"),
    PUBLISH("events"),
    VARIABLES("variables");

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

    /**
     * What its connection is, when its code does not tell: a parameter of the same class stands for every kind of database.
     */
    public Optional<StandInKind> kind() {
        return category.equals("warehouse") ? Optional.of(StandInKind.WAREHOUSE) : Optional.empty();
    }

    /** The modules it needs, each as a line that imports it. */
    public List<String> imports() {
        return source().lines().filter(Snippet::isImport).toList();
    }

    /** Its function. */
    public String code() {
        return source().lines()
                .filter(line -> !isImport(line))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ") || line.startsWith("from ");
    }

    private String source() {
        String resource = name().toLowerCase(Locale.ROOT) + ".py";
        try (InputStream in = Snippet.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
