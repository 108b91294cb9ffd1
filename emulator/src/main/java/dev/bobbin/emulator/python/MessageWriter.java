package dev.bobbin.emulator.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.EngineRequest;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.standin.HostCallException;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the host's messages, each a line without its line feed. */
final class MessageWriter {

    private static final JsonFactory JSON = new ObjectMapper().getFactory();

    /** Writes the fields of a message, or one value. */
    interface Body {
        void write(JsonGenerator json) throws IOException, HostCallException;
    }

    private MessageWriter() {}

    static String load(int module, ItemCode code) {
        return message("load", json -> {
            json.writeNumberField("module", module);
            json.writeStringField("path", code.script().toString());
            json.writeStringField("source", code.text());
            json.writeArrayFieldStart("libraries");
            for (Path library : code.libraries()) {
                json.writeString(library.toString());
            }
            json.writeEndArray();
        });
    }

    static String unload(int module) {
        return message("unload", json -> json.writeNumberField("module", module));
    }

    static String invoke(int run, int module, EngineRequest request) {
        return message("invoke", json -> {
            json.writeNumberField("run", run);
            json.writeNumberField("module", module);
            json.writeStringField("function", request.function());
            json.writeStringField("invocationId", request.invocationId());
            json.writeStringField("body", request.body());
            json.writeObjectField("bindings", request.bindings());
            json.writeObjectFieldStart("user");
            json.writeStringField("Oid", request.user().oid());
            json.writeStringField("TenantId", request.user().tenantId());
            json.writeStringField("PreferredUsername", request.user().preferredUsername());
            json.writeEndObject();
            json.writeNumberField("responseBytes", request.responseBytes());
        });
    }

    /**
     * The answer to a host call, or the error it ended with. A failure half-way leaves no half message, because the
     * answer is complete before it is sent.
     */
    static String hostAnswer(ChildMessage.Host call, Body value) {
        try {
            return write("hostResult", json -> {
                json.writeNumberField("call", call.call());
                json.writeNumberField("run", call.run());
                json.writeFieldName("value");
                value.write(json);
            });
        } catch (HostCallException e) {
            return hostError(call, e);
        } catch (IOException | RuntimeException e) {
            String what = e.getMessage() == null ? e.toString() : e.getMessage();
            return hostError(call, new HostCallException("RuntimeError", List.of(what)));
        } catch (Error e) {
            // Without an answer the function would wait for it until its time is up.
            return hostError(call, new HostCallException("RuntimeError", List.of(e.toString())));
        }
    }

    private static String hostError(ChildMessage.Host call, HostCallException error) {
        return message("hostError", json -> {
            json.writeNumberField("call", call.call());
            json.writeNumberField("run", call.run());
            json.writeStringField("class", error.pythonClass());
            json.writeObjectField("args", error.arguments());
        });
    }

    private static String message(String type, Body fields) {
        try {
            return write(type, fields);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to a string failed.", e);
        } catch (HostCallException e) {
            throw new IllegalStateException("Only an answer makes host calls.", e);
        }
    }

    private static String write(String type, Body fields) throws IOException, HostCallException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", type);
            fields.write(json);
            json.writeEndObject();
        }
        return text.toString();
    }
}
