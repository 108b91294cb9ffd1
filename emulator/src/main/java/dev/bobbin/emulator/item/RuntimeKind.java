package dev.bobbin.emulator.item;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runtime of an item. Source: item definition, "RunTime (enum)"; DOTNET is named by the published schema only. */
public enum RuntimeKind {
    NOTASSIGNED,
    DOTNET,
    PYTHON;

    /** The runtime of that spelling, whatever its case. */
    public static Optional<RuntimeKind> of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equalsIgnoreCase(wireName))
                .findFirst();
    }
}
