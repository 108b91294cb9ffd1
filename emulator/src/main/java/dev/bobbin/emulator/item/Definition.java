package dev.bobbin.emulator.item;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code definition.json} says. Source: item definition, "UserDataFunctionDefinition"; schemas 1.0.0 and 1.1.0.
 *
 * @param schema the {@code $schema} address
 * @param runtime as written; {@link #runtimeKind()} knows the documented values
 */
public record Definition(
        @Nullable String schema,
        @Nullable String runtime,
        List<ConnectedDataSource> connectedDataSources,
        List<FunctionEntry> functions,
        List<PublicLibrary> publicLibraries,
        List<PrivateLibrary> privateLibraries) {

    /** The definition of an item that has none. */
    public static final Definition EMPTY = new Definition(null, null, List.of(), List.of(), List.of(), List.of());

    /** A function as the definition lists it. Source: item definition, "FunctionObject". */
    public record FunctionEntry(
            @Nullable String name,
            @Nullable String description,
            @Nullable Boolean publicEndpointEnabled) {}

    /** A library from the package index. Source: item definition, "PublicLibraryObject". @param type as written */
    public record PublicLibrary(
            @Nullable String name,
            @Nullable String type,
            @Nullable String version) {}

    /** A wheel of the item's own. Source: item definition, "PrivateLibraryObject". @param type as written */
    public record PrivateLibrary(
            @Nullable String name, @Nullable String type) {}

    /** Source: item definition, "PackageType (enum)". */
    public enum PackageType {
        PYPI,
        WHEEL;

        /** The type of that spelling, whatever its case. */
        public static Optional<PackageType> of(@Nullable String wireName) {
            return Arrays.stream(values())
                    .filter(type -> type.name().equalsIgnoreCase(wireName))
                    .findFirst();
        }
    }

    public Definition {
        connectedDataSources = List.copyOf(connectedDataSources);
        functions = List.copyOf(functions);
        publicLibraries = List.copyOf(publicLibraries);
        privateLibraries = List.copyOf(privateLibraries);
    }

    /** The runtime, when it is one of the documented ones. */
    public Optional<RuntimeKind> runtimeKind() {
        return RuntimeKind.of(runtime);
    }

    /** The connected source of that alias. */
    public Optional<ConnectedDataSource> source(String alias) {
        return connectedDataSources.stream()
                .filter(source -> alias.equals(source.alias()))
                .findFirst();
    }

    /** Whether callers from outside may call that function; they may when the definition says nothing. */
    public boolean isPublic(String function) {
        return functions.stream()
                .filter(entry -> function.equals(entry.name()))
                .map(FunctionEntry::publicEndpointEnabled)
                .noneMatch(Boolean.FALSE::equals);
    }
}
