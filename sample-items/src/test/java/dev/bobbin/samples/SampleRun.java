package dev.bobbin.samples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.Workspace;
import java.util.UUID;

/** Calls functions of one sample as the window does. */
record SampleRun(Invoker invoker, ItemFolder item) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The envelope of a call; single quotes in the body stand for double ones. */
    Envelope call(String function, String body) {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(),
                function,
                body.replace('\'', '"'),
                ServiceProfiles.standard(),
                null,
                ExecutingUser.LOCAL);
        InvocationResult result = invoker.start(item, ItemCode.of(item), Workspace.of(item), request, line -> {})
                .result()
                .join();
        return ((InvocationResult.Answered) result).envelope();
    }

    /** The output of a call that must succeed. */
    JsonNode output(String function, String body) throws JsonProcessingException {
        Envelope envelope = call(function, body);
        if (envelope.status() != Status.SUCCEEDED) {
            throw new AssertionError(function + " ended with " + envelope);
        }
        return JSON.readTree(envelope.outputJson());
    }

    /** The value of JSON text; single quotes stand for double ones. */
    static JsonNode json(String text) throws JsonProcessingException {
        return JSON.readTree(text.replace('\'', '"'));
    }
}
