package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.documents.DocumentLifecycle;
import dev.bobbin.emulator.standin.events.EventLifecycle;
import dev.bobbin.emulator.standin.files.LakehouseLifecycle;
import dev.bobbin.emulator.standin.secrets.SecretLifecycle;
import dev.bobbin.emulator.standin.sql.lifecycle.SqlLifecycle;
import dev.bobbin.emulator.standin.variables.VariableLifecycle;

/** The lifecycle of every kind of stand-in: the one place that tells them apart. */
public final class Lifecycles {

    private Lifecycles() {}

    /** The lifecycle of a stand-in, which need not exist yet. The endpoint of a lakehouse has that of its lakehouse. */
    public static Lifecycle of(StandIn standIn, Workspace workspace) {
        return switch (standIn) {
            case StandIn.Sql sql
            when sql.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT ->
                new LakehouseLifecycle(new StandIn.Lakehouse(sql.name(), sql.path()));
            case StandIn.Sql sql -> new SqlLifecycle(sql);
            case StandIn.Lakehouse lakehouse -> new LakehouseLifecycle(lakehouse);
            case StandIn.Variables variables -> new VariableLifecycle(variables, workspace.keepOf(variables));
            case StandIn.Secrets secrets -> new SecretLifecycle(secrets);
            case StandIn.Events events -> new EventLifecycle(events);
            case StandIn.Documents documents -> new DocumentLifecycle(documents);
            case StandIn.Plain plain -> new NoData(plain);
        };
    }

    /** What runs changed in a stand-in. */
    public static ChangeLog changes(StandIn standIn, Workspace workspace) {
        return of(standIn, workspace).changes();
    }
}
