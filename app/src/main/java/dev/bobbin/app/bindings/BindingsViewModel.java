package dev.bobbin.app.bindings;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.BadDayWords;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ConnectedData;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The data the selected function is connected to, and where its stand-ins lie. */
public final class BindingsViewModel {

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<List<ConnectedData>> data = new ReadOnlyObjectWrapper<>(List.of());
    private final StringBinding badDays = Bindings.createStringBinding(this::nameBadDays, data);

    public BindingsViewModel(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
        model.selectedProperty().addListener((_, _, _) -> look());
        // A run makes stand-ins that were not there before.
        model.lastRunProperty().addListener((_, _, _) -> look());
        model.dataVersionProperty().addListener((_, _, _) -> look());
        look();
    }

    /** The selected function's connections, in the order of its decorators. */
    public ReadOnlyObjectProperty<List<ConnectedData>> dataProperty() {
        return data.getReadOnlyProperty();
    }

    /** The stand-in whose data somebody wants to see. */
    public ReadOnlyObjectProperty<@Nullable StandIn> browsedProperty() {
        return model.browsedProperty();
    }

    /** Shows the data of a connection. */
    public void browse(ConnectedData connected) {
        model.browse(connected.standIn());
    }

    /** Where the stand-in lies, and what happens when it is not there yet. */
    public static String whereabouts(ConnectedData connected) {
        return ConnectedData.whereabouts(connected.standIn(), connected.there());
    }

    /** What goes wrong with a connection on purpose; empty when nothing does. */
    public static String badDay(ConnectedData connected) {
        return connected
                .badDay()
                .map(day -> text("bindings.badDay", BadDayWords.of(day)))
                .orElse("");
    }

    /** Names the connections of the selected function that have a bad day; empty when none has. */
    public StringBinding badDays() {
        return badDays;
    }

    private String nameBadDays() {
        String aliases = data.get().stream()
                .filter(connected -> connected.badDay().isPresent())
                .map(ConnectedData::alias)
                .collect(Collectors.joining(", "));
        return aliases.isEmpty() ? "" : text("status.badDay", aliases);
    }

    /** Shows the data of the stand-in of that name, when the selected function is connected to it. */
    public void browse(String standIn) {
        data.get().stream()
                .filter(connected -> connected.standIn().name().equals(standIn))
                .findFirst()
                .ifPresent(this::browse);
    }

    private void look() {
        ItemFolder item = model.itemProperty().get();
        FunctionSignature function = model.selectedProperty().get();
        if (item == null || function == null || function.bindings().isEmpty()) {
            data.set(List.of());
            return;
        }
        tasks.run(
                () -> files.connectedData(item, function),
                found -> {
                    if (function.equals(model.selectedProperty().get())) {
                        data.set(found);
                    }
                },
                e -> model.notices().show(Notice.error("bindings", text("bindings.unreadable", Reasons.of(e)))));
    }
}
