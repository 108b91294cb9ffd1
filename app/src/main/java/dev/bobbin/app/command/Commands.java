package dev.bobbin.app.command;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;

/** What each command does and when it can be given. Filled once, when the bench is put together. */
public final class Commands {

    private record Entry(Runnable action, ObservableBooleanValue enabled) {}

    private static final ObservableBooleanValue ALWAYS = Bindings.createBooleanBinding(() -> true);

    private final Map<Command, Entry> entries = new EnumMap<>(Command.class);
    private Consumer<Command> before = _ -> {};

    /** Says what a command does; it can be given at any time. */
    public void define(Command command, Runnable action) {
        define(command, ALWAYS, action);
    }

    /** Says what a command does, and when it can be given. */
    public void define(Command command, ObservableBooleanValue enabled, Runnable action) {
        if (entries.putIfAbsent(command, new Entry(action, enabled)) != null) {
            throw new IllegalStateException("defined twice: " + command);
        }
    }

    /** Says what is done before any command. */
    public void beforeEach(Consumer<Command> action) {
        before = action;
    }

    /** Gives a command; without effect while it cannot be given. */
    public void give(Command command) {
        Entry entry = entry(command);
        if (entry.enabled().get()) {
            before.accept(command);
            entry.action().run();
        }
    }

    /** Whether the command can be given. */
    public ObservableBooleanValue enabled(Command command) {
        return entry(command).enabled();
    }

    private Entry entry(Command command) {
        Entry entry = entries.get(command);
        if (entry == null) {
            throw new IllegalStateException("not defined: " + command);
        }
        return entry;
    }
}
