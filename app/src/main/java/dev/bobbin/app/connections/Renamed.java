package dev.bobbin.app.connections;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An alias that was given another name, and that can have its old one back, and the new one again. */
final class Renamed {

    private final Path item;
    private final Connection connection;
    private final String name;
    private final List<String> textsWithOld = new ArrayList<>();
    private final List<String> textsWithNew = new ArrayList<>();
    private boolean done;

    /** @param item its folder @param connection as it was before @param name the new alias */
    Renamed(Path item, Connection connection, String name) {
        this.item = item;
        this.connection = connection;
        this.name = name;
    }

    Path item() {
        return item;
    }

    /** Whether it has the new name, or is about to get it. */
    boolean isDone() {
        return done;
    }

    /** From now on it is about to have the other one of both names. */
    void turn() {
        done = !done;
    }

    /** The alias it has had until now. */
    String from() {
        return done ? connection.alias() : name;
    }

    /** The alias it is about to have. */
    String to() {
        return done ? name : connection.alias();
    }

    /** The connection under the alias it has had until now. */
    Connection before() {
        return done ? connection : connection.renamed(name);
    }

    /** Remembers that the text of the editor was changed by it. */
    void changed(String before, String after) {
        (done ? textsWithOld : textsWithNew).add(before);
        (done ? textsWithNew : textsWithOld).add(after);
    }

    /** Whether undo or redo has just brought back a text with the other name. */
    boolean isTurnedBy(String text) {
        return (done ? textsWithOld : textsWithNew).contains(text);
    }
}
