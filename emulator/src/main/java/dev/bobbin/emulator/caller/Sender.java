package dev.bobbin.emulator.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of values what a caller would send. */
public final class Sender {

    private final Caller caller;
    private final List<String> remarks = new ArrayList<>();
    private final ObjectNode body = JsonNodeFactory.instance.objectNode();
    private boolean heldBack;

    private Sender(Caller caller) {
        this.caller = caller;
    }

    /**
     * The call a caller would make of these values.
     *
     * @param values by parameter, as typed in a form or written in a client; names no parameter has are sent, too
     * @param acting who presses the button or runs the cell
     * @param owner who made the pipeline, rule or schedule
     */
    public static Sent send(
            Caller caller, FunctionSignature function, ObjectNode values, ExecutingUser acting, ExecutingUser owner) {
        Sender sender = new Sender(caller);
        values.properties().forEach(entry -> sender.add(function, entry.getKey(), entry.getValue()));
        if (caller.empty() == Caller.Empty.HOLDS_BACK) {
            function.parameters().stream()
                    .filter(parameter -> parameter.defaultText() == null && !values.has(parameter.name()))
                    .forEach(parameter -> sender.addEmpty(parameter.name(), Optional.of(parameter)));
        }
        sender.checkResult(function);
        return new Sent(
                sender.body, caller.runsAs() == Caller.RunsAs.OWNER ? owner : acting, sender.remarks, sender.heldBack);
    }

    private void add(FunctionSignature function, String name, JsonNode value) {
        Optional<Parameter> parameter = parameter(function, name);
        if (name.equalsIgnoreCase(caller.reservedName())) {
            remarks.add("'" + name + "' cannot be filled: " + caller.title() + " uses that name for itself.");
            return;
        }
        if (parameter.isEmpty()) {
            noteUnknown(function, name);
        }
        if (caller.scalars() == Caller.Scalars.AS_DECLARED && parameter.isPresent()) {
            addDeclared(parameter.get(), value);
        } else if (value.isNull()) {
            addEmpty(name, parameter);
        } else if (value.isContainerNode() && caller.collections() == Caller.Collections.AS_JSON_TEXT) {
            remarks.add("'" + name + "' is sent as one text that holds its JSON; the service reads it.");
            body.put(name, value.toString());
        } else if (value.isNumber() && caller.scalars() == Caller.Scalars.NUMBERS_AS_TEXT) {
            addNumberAsText(name, value, parameter);
        } else {
            body.set(name, value);
        }
    }

    private void addDeclared(Parameter parameter, JsonNode value) {
        DeclaredType.Sent sent = DeclaredType.of(parameter.type(), value);
        if (sent.value() == null) {
            addEmpty(parameter.name(), Optional.of(parameter));
            return;
        }
        if (!sent.understood()) {
            remarks.add("'" + parameter.name() + "' is " + (value.isNull() ? "empty" : "'" + value.asText() + "'")
                    + ", which is no " + parameter.typeText() + ": " + caller.title() + " sends " + sent.value()
                    + " instead, and nobody is told.");
        }
        body.set(parameter.name(), sent.value());
    }

    private void addEmpty(String name, Optional<Parameter> parameter) {
        boolean optional = parameter.isPresent() && parameter.get().defaultText() != null;
        switch (caller.empty()) {
            case AS_NULL -> {
                if (parameter.isPresent() && parameter.get().type() instanceof ParamType.Str) {
                    remarks.add(
                            "'" + name + "' is empty and sent as null, of which the service makes the text 'None'.");
                }
                body.putNull(name);
            }
            case LEFT_OUT ->
                remarks.add("'" + name + "' is empty and therefore not sent at all: "
                        + (optional ? "the function uses its default value." : "the function gets MissingInput."));
            case HOLDS_BACK -> {
                heldBack |= !optional;
                remarks.add("'" + name + "' is empty: "
                        + (optional
                                ? "it is not sent, and the function uses its default value."
                                : caller.title() + " does not call before it has a value."));
            }
        }
    }

    private void addNumberAsText(String name, JsonNode value, Optional<Parameter> parameter) {
        String text = value.asText();
        body.put(name, text);
        boolean whole = parameter.isPresent() && parameter.get().type() instanceof ParamType.Int;
        if (whole && !value.isIntegralNumber()) {
            remarks.add("'" + name + "' is sent as the text '" + text + "', which int cannot read: InvalidInput. As a"
                    + " number it would have been cut to a whole one.");
        } else {
            remarks.add("'" + name + "' is sent as the text '" + text + "'; the service makes a number of it where the"
                    + " parameter is int or float.");
        }
    }

    private void noteUnknown(FunctionSignature function, String name) {
        String hint = function.parameters().stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst()
                .map(parameter -> " Names are case-sensitive: it has '" + parameter.name() + "'.")
                .orElse("");
        remarks.add("The function has no parameter '" + name + "', so the service ignores it." + hint);
    }

    private void checkResult(FunctionSignature function) {
        if (caller.needsText() && !function.returnText().strip().equals("str")) {
            remarks.add(caller.title() + " wants a function that returns str; this one returns "
                    + (function.returnText().isBlank()
                            ? "nothing it says"
                            : function.returnText().strip()) + ".");
        }
    }

    private static Optional<Parameter> parameter(FunctionSignature function, String name) {
        return function.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
