package dev.bobbin.emulator.standin.events;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Parts;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The lifecycle of published events and their schemas. In a folder they are {@code events.jsonl} and {@code schemas}. */
public final class EventLifecycle extends PartsLifecycle {

    private static final String LOG = "events.jsonl";
    private static final String SCHEMAS = "schemas";
    private static final List<String> PARTS = List.of(LOG, SCHEMAS);

    private final StandIn.Events events;

    public EventLifecycle(StandIn.Events events) {
        super(events.name(), Parts.in(events.path(), PARTS), events.path());
        this.events = events;
    }

    @Override
    public ChangeLog changes() {
        return new EventLog(events);
    }

    @Override
    public void create() throws IOException {
        Files.createDirectories(events.path());
        super.create();
    }

    @Override
    protected Parts partsOf(Path folder) throws IOException {
        Parts parts = Parts.in(folder, PARTS);
        if (!parts.exist()) {
            throw PlainException.of("events.none", folder, LOG, SCHEMAS);
        }
        return parts;
    }

    @Override
    public long fill(Path folder) throws IOException {
        partsOf(folder);
        StandIn.Events source = new StandIn.Events(events.name(), folder);
        List<String> more = new EventLog(source).events();
        Parts.in(folder, List.of(SCHEMAS)).copyTo(events.path());
        new EventLog(events).appendLines(more);
        return more.size();
    }

    @Override
    protected ChangeSet since(Path copy) throws IOException {
        Set<String> then = new LinkedHashSet<>(new EventLog(new StandIn.Events(events.name(), copy)).events());
        Set<String> now = new LinkedHashSet<>(new EventLog(events).events());
        List<Change> changes = new ArrayList<>();
        then.stream()
                .filter(event -> !now.contains(event))
                .forEach(event -> changes.add(new Change.Event(events.name(), event, Change.Kind.DELETED)));
        now.stream()
                .filter(event -> !then.contains(event))
                .forEach(event -> changes.add(new Change.Event(events.name(), event, Change.Kind.CREATED)));
        return new ChangeSet(changes);
    }

    @Override
    protected void forgetRuns() throws IOException {
        new EventLog(events).forgetRuns();
    }

    @Override
    public List<Entry> browse(String place) throws IOException {
        if (!place.isEmpty()) {
            throw PlainException.of("events.no-content");
        }
        List<String> lines = new EventLog(events).events();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            entries.add(new Entry(String.valueOf(i + 1), false, lines.get(i)));
        }
        return entries;
    }
}
