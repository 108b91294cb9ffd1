package dev.bobbin.emulator.item;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@code resources/functions.json} says. Source: item definition, "FunctionsMetadata"; the service also writes it
 * with capital initials.
 *
 * @param runtime as written; see {@link RuntimeKind}
 */
public record FunctionsMetadata(@Nullable String runtime, List<FunctionModel> functions) {

    public FunctionsMetadata {
        functions = List.copyOf(functions);
    }

    /** One function. Source: item definition, "FunctionModel". */
    public record FunctionModel(
            @Nullable String name,
            @Nullable String scriptFile,
            List<BindingModel> bindings,
            @Nullable FabricProperties fabricProperties) {

        public FunctionModel {
            bindings = List.copyOf(bindings);
        }
    }

    /**
     * Source: item definition, "FunctionFabricProperties".
     *
     * @param metadataSchemaVersion 1.1.0 when it is not named
     */
    public record FabricProperties(
            List<FabricFunctionParameter> parameters,
            @Nullable String returnType,
            @Nullable String metadataSchemaVersion) {

        public FabricProperties {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * Source: item definition, "FabricFunctionParameter"; the default is written by the service since 2026.
     *
     * @param hasDefaultValue null when it is not said
     * @param defaultValue as written; null when there is none
     */
    public record FabricFunctionParameter(
            @Nullable String name,
            @Nullable String dataType,
            @Nullable Boolean hasDefaultValue,
            @Nullable JsonNode defaultValue) {}

    /** What the host fills in. Source: item definition, "BindingModel". Every value is kept as it was written. */
    public sealed interface BindingModel {

        @Nullable
        String name();

        @Nullable
        String direction();

        /** The direction, when it is the documented one. */
        default Optional<BindingDirection> directionKind() {
            return named(BindingDirection.values(), direction());
        }
    }

    /** Source: item definition, "HttpBindingModel". */
    public record HttpTrigger(
            @Nullable String name,
            @Nullable String direction,
            List<String> methods,
            @Nullable String route,
            @Nullable String authLevel)
            implements BindingModel {

        public HttpTrigger {
            methods = List.copyOf(methods);
        }

        /** The level, when it is the documented one. */
        public Optional<BindingAuthLevel> authLevelKind() {
            return named(BindingAuthLevel.values(), authLevel);
        }
    }

    /** Source: item definition, "FabricItemBindingModel"; {@link ArtifactType} knows the documented item types. */
    public record FabricItem(
            @Nullable String name,
            @Nullable String direction,
            @Nullable String itemType,
            @Nullable String subType,
            @Nullable String alias,
            @Nullable String audienceType)
            implements BindingModel {

        /** The audience, when it is one of the documented ones. */
        public Optional<GenericConnectionType> audienceKind() {
            return named(GenericConnectionType.values(), audienceType);
        }
    }

    /** Source: item definition, "UserDataFunctionContextBindingModel". */
    public record ContextBinding(
            @Nullable String name, @Nullable String direction) implements BindingModel {}

    /** A binding of a type the documents do not know. */
    public record OtherBinding(
            @Nullable String name,
            @Nullable String direction,
            @Nullable String type) implements BindingModel {}

    /** Source: item definition, "BindingDirection (enum)". */
    public enum BindingDirection implements WireName {
        IN("In");

        private final String wireName;

        BindingDirection(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Source: item definition, "BindingType (enum)". */
    public enum BindingType implements WireName {
        HTTP_TRIGGER("HttpTrigger"),
        FABRIC_ITEM("FabricItem"),
        USER_DATA_FUNCTION_CONTEXT("UserDataFunctionContext");

        private final String wireName;

        BindingType(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }

        /** The type of that spelling, whatever its case. */
        public static Optional<BindingType> of(@Nullable String wireName) {
            return named(values(), wireName);
        }
    }

    /** Source: item definition, "BindingAuthLevel (enum)". */
    public enum BindingAuthLevel implements WireName {
        ANONYMOUS("Anonymous");

        private final String wireName;

        BindingAuthLevel(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** Source: item definition, "GenericConnectionType (enum)". */
    public enum GenericConnectionType implements WireName {
        COSMOS_DB("CosmosDB"),
        KEY_VAULT("KeyVault");

        private final String wireName;

        GenericConnectionType(String wireName) {
            this.wireName = wireName;
        }

        @Override
        public String wireName() {
            return wireName;
        }
    }

    /** An enum whose values have a spelling in JSON. */
    public interface WireName {

        /** The spelling in {@code functions.json}. */
        String wireName();
    }

    private static <E extends WireName> Optional<E> named(E[] values, @Nullable String wireName) {
        return Arrays.stream(values)
                .filter(value -> value.wireName().equalsIgnoreCase(wireName))
                .findFirst();
    }
}
