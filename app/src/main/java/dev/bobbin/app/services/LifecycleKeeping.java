package dev.bobbin.app.services;

import dev.bobbin.app.data.keeping.StandInKeeping;
import dev.bobbin.emulator.example.ExampleData;
import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Snapshots, reset and export of every kind of stand-in. */
public final class LifecycleKeeping implements StandInKeeping {

    private static Lifecycle of(ItemFolder item, StandIn standIn) throws IOException {
        return Lifecycles.of(standIn, ItemWorkspace.of(item));
    }

    @Override
    public List<String> snapshots(ItemFolder item, StandIn standIn) throws IOException {
        return of(item, standIn).snapshots().names();
    }

    @Override
    public void take(ItemFolder item, StandIn standIn, String name) throws IOException {
        of(item, standIn).snapshots().take(name);
    }

    @Override
    public void restore(ItemFolder item, StandIn standIn, String name) throws IOException {
        of(item, standIn).snapshots().restore(name);
    }

    @Override
    public ChangeSet since(ItemFolder item, StandIn standIn, String name) throws IOException {
        return of(item, standIn).snapshots().diff(name);
    }

    @Override
    public void forget(ItemFolder item, StandIn standIn, String name) throws IOException {
        of(item, standIn).snapshots().delete(name);
    }

    @Override
    public void reset(ItemFolder item, StandIn standIn) throws IOException {
        of(item, standIn).reset();
    }

    @Override
    public UndoOutcome undo(ItemFolder item, StandIn standIn, String run) throws IOException {
        return of(item, standIn).changes().undo(run);
    }

    @Override
    public long keepForExamples(ItemFolder item, StandIn standIn) throws IOException {
        Workspace workspace = ItemWorkspace.of(item);
        long count = 0;
        for (ItemConnection connection : ItemConnection.of(item, workspace)) {
            if (connection.standIn().path().equals(standIn.path())) {
                count = ExampleData.keep(item, workspace, connection.alias(), standIn);
            }
        }
        return count;
    }

    @Override
    public long export(ItemFolder item, StandIn standIn, Path folder) throws IOException {
        return of(item, standIn).export(folder);
    }
}
