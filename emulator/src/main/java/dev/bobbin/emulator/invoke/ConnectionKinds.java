package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.standin.StandInKind;

/** Which kind of stand-in a function's connection gets when nothing is bound to its alias. */
public final class ConnectionKinds {

    private ConnectionKinds() {}

    /** The kind for a connection to a Fabric item: what the definition says, else what the client class needs. */
    public static StandInKind of(ItemFolder item, Binding.Connection connection) {
        String artifactType = item.definition()
                .source(connection.alias())
                .map(ConnectedDataSource::artifactType)
                .orElse(null);
        return StandInKind.forConnection(artifactType, connection.client());
    }

    /** The kind for a generic connection. */
    public static StandInKind of(Binding.Generic generic) {
        return StandInKind.forAudience(generic.audienceType());
    }

    /** The alias of a generic connection: its parameter's name when it has none of its own. */
    public static String alias(Binding.Generic generic) {
        return generic.alias() == null ? generic.argName() : generic.alias();
    }
}
