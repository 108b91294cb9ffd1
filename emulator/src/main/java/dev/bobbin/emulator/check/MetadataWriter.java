package dev.bobbin.emulator.check;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import org.jspecify.annotations.Nullable;

/** Describes functions as {@code functions.json} does. Source: item definition, "FunctionModel". */
final class MetadataWriter {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final boolean capitals;

    /** @param capitals whether keys begin with capitals, as the service has written them at times */
    MetadataWriter(boolean capitals) {
        this.capitals = capitals;
    }

    ObjectNode function(FunctionSignature function) {
        ObjectNode model = NODES.objectNode();
        model.put(key("name"), function.name());
        model.put(key("scriptFile"), ItemFolder.SCRIPT);
        ArrayNode bindings = model.putArray(key("bindings"));
        bindings.add(httpTrigger());
        for (Binding binding : function.bindings()) {
            bindings.add(binding(binding));
        }
        ObjectNode properties = model.putObject(key("fabricProperties"));
        properties.put(key("fabricMetadataSchemaVersion"), "1.1.0");
        ArrayNode parameters = properties.putArray(key("fabricFunctionParameters"));
        function.parameters().forEach(parameter -> parameters.add(parameter(parameter)));
        properties.put(
                key("fabricFunctionReturnType"), Types.metadataName(function.returnType(), function.returnText()));
        return model;
    }

    private ObjectNode httpTrigger() {
        ObjectNode trigger = NODES.objectNode();
        trigger.putArray(key("methods")).add("POST");
        trigger.put(key("route"), "");
        trigger.put(key("authLevel"), "Anonymous");
        return named(trigger, "req", "HttpTrigger");
    }

    private ObjectNode binding(Binding binding) {
        return switch (binding) {
            case Binding.Context context -> named(NODES.objectNode(), context.argName(), "UserDataFunctionContext");
            case Binding.Connection connection ->
                named(item(connection.client(), connection.alias(), null), connection.argName(), "FabricItem");
            case Binding.Generic generic ->
                named(
                        item(Types.simpleName(generic.typeText()), generic.alias(), generic.audienceType()),
                        generic.argName(),
                        "FabricItem");
        };
    }

    private ObjectNode item(String subType, @Nullable String alias, @Nullable String audienceType) {
        ObjectNode item = NODES.objectNode();
        item.putNull(key("itemType"));
        item.put(key("subType"), subType);
        item.put(key("alias"), alias);
        if (audienceType != null) {
            item.put(key("audienceType"), audienceType);
        }
        return item;
    }

    private ObjectNode named(ObjectNode binding, String name, String type) {
        return binding.put(key("name"), name).put(key("direction"), "In").put(key("type"), type);
    }

    private ObjectNode parameter(Parameter parameter) {
        ObjectNode described = NODES.objectNode();
        described.put(key("dataType"), Types.metadataName(parameter.type(), parameter.typeText()));
        described.put(key("name"), parameter.name());
        String value = parameter.defaultText();
        if (value != null) {
            described.put(key("hasDefaultValue"), true);
            switch (value) {
                case "None" -> described.putNull(key("defaultValue"));
                case "True", "False" -> described.put(key("defaultValue"), value.equals("True"));
                default -> putLiteral(described, value);
            }
        }
        return described;
    }

    private void putLiteral(ObjectNode described, String value) {
        if (value.matches("-?[0-9]{1,15}")) {
            described.put(key("defaultValue"), Long.parseLong(value));
        } else if (value.matches("-?[0-9]{1,15}\\.[0-9]{1,15}")) {
            described.put(key("defaultValue"), Double.parseDouble(value));
        } else {
            boolean text = value.matches("(?s)(['\"]).*\\1") && value.length() >= 2;
            described.put(key("defaultValue"), text ? value.substring(1, value.length() - 1) : value);
        }
    }

    private String key(String name) {
        return capitals ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
    }
}
