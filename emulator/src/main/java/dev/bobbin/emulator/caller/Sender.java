package dev.bobbin.emulator.caller;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes of values what a caller would send. */
public final class Sender {

    private final Caller caller;
    private final List<Message> remarks = new ArrayList<>();
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
            remark("reserved", name, caller.title());
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
            remark("json-text", name);
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
            if (value.isNull()) {
                remark("empty-not-read", parameter.name(), parameter.typeText(), caller.title(), sent.value());
            } else {
                remark(
                        "not-read",
                        parameter.name(),
                        value.asText(),
                        parameter.typeText(),
                        caller.title(),
                        sent.value());
            }
        }
        body.set(parameter.name(), sent.value());
    }

    private void addEmpty(String name, Optional<Parameter> parameter) {
        boolean optional = parameter.isPresent() && parameter.get().defaultText() != null;
        switch (caller.empty()) {
            case AS_NULL -> {
                if (parameter.isPresent() && parameter.get().type() instanceof ParamType.Str) {
                    remark("null-text", name);
                }
                body.putNull(name);
            }
            case LEFT_OUT -> remark(optional ? "left-out.default" : "left-out.missing", name);
            case HOLDS_BACK -> {
                heldBack |= !optional;
                if (optional) {
                    remark("held-back.default", name);
                } else {
                    remark("held-back.required", name, caller.title());
                }
            }
        }
    }

    private void addNumberAsText(String name, JsonNode value, Optional<Parameter> parameter) {
        String text = value.asText();
        body.put(name, text);
        boolean whole = parameter.isPresent() && parameter.get().type() instanceof ParamType.Int;
        remark(whole && !value.isIntegralNumber() ? "number-text.not-whole" : "number-text", name, text);
    }

    private void noteUnknown(FunctionSignature function, String name) {
        function.parameters().stream()
                .filter(parameter -> parameter.name().equalsIgnoreCase(name))
                .findFirst()
                .ifPresentOrElse(
                        parameter -> remark("unknown.case", name, parameter.name()), () -> remark("unknown", name));
    }

    private void checkResult(FunctionSignature function) {
        String returned = function.returnText().strip();
        if (caller.needsText() && !returned.equals("str")) {
            if (returned.isEmpty()) {
                remark("returns.nothing", caller.title());
            } else {
                remark("returns", caller.title(), returned);
            }
        }
    }

    private void remark(String id, @Nullable Object... values) {
        remarks.add(Message.of("caller.remark." + id, values));
    }

    private static Optional<Parameter> parameter(FunctionSignature function, String name) {
        return function.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }
}
