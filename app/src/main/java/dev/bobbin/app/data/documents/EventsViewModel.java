package dev.bobbin.app.data.documents;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/** The events of a schema set, newest first, and one of them in full. */
public final class EventsViewModel {

    private static final int MOST = 10_000;

    private final EventData data;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<List<EventData.Event>> events = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private StandIn.@Nullable Events schemaSet;

    public EventsViewModel(EventData data, TaskRunner tasks) {
        this.data = data;
        this.tasks = tasks;
    }

    /** The events, newest first. */
    public ReadOnlyObjectProperty<List<EventData.Event>> eventsProperty() {
        return events.getReadOnlyProperty();
    }

    /** The chosen event as JSON. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** How many there are. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why they cannot be read; empty when they can. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows a schema set. */
    public void show(StandIn.Events wanted) {
        if (!wanted.equals(schemaSet)) {
            events.set(List.of());
            detail.set("");
        }
        schemaSet = wanted;
        problem.set("");
        tasks.run(
                () -> data.events(wanted, MOST),
                found -> {
                    if (wanted.equals(schemaSet)) {
                        if (!found.equals(events.get())) {
                            events.set(found);
                        }
                        summary.set(
                                text(found.size() < MOST ? "data.events.count" : "data.events.newest", found.size()));
                    }
                },
                e -> problem.set(Reasons.of(e)));
    }

    /** Shows an event in full. */
    public void look(EventData.@Nullable Event event) {
        if (event == null) {
            detail.set("");
            return;
        }
        tasks.run(
                () -> JsonValues.indented(JsonValues.read(event.json())), detail::set, e -> problem.set(Reasons.of(e)));
    }
}
