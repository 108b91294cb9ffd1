package dev.bobbin.app.services;

import dev.bobbin.app.changes.Undo;
import dev.bobbin.app.workspace.ConnectedData;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeLogs;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes back what a run changed in the stand-ins its function is connected to. */
public final class StandInUndo implements Undo {

    private final ItemFiles files;

    public StandInUndo(ItemFiles files) {
        this.files = files;
    }

    @Override
    public UndoOutcome undo(ItemFolder item, String function, String run) throws IOException {
        return ChangeLogs.undo(run, logs(item, function));
    }

    private List<ChangeLog> logs(ItemFolder item, String function) throws IOException {
        Optional<FunctionSignature> signature =
                SourceParser.outline(item.script()).function(function);
        List<ChangeLog> logs = new ArrayList<>();
        if (signature.isPresent()) {
            for (ConnectedData data : files.connectedData(item, signature.get())) {
                logs.add(Lifecycles.changes(data.standIn(), ItemWorkspace.of(item)));
            }
        }
        return logs;
    }
}
