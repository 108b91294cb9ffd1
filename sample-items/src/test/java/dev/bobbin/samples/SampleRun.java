package dev.bobbin.samples;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Calls functions of one sample as the window does. */
record SampleRun(Invoker invoker, ItemFolder item) {

    InvocationResult.Answered call(String function, String body) {
        return call(function, body, Circumstances.USUAL);
    }

    /** A call as a line of {@code calls.jsonl} tells it. */
    InvocationResult.Answered call(JsonNode line) {
        Map<String, BadDay> badDays = new HashMap<>();
        line.path("badDays").properties().forEach(entry -> badDays.put(entry.getKey(), BadDay.of(entry.getValue())));
        Map<String, String> valueSets = new HashMap<>();
        line.path("valueSets")
                .properties()
                .forEach(entry -> valueSets.put(entry.getKey(), entry.getValue().asText()));
        return call(
                line.required("function").asText(),
                line.required("input").toString(),
                new Circumstances(badDays, valueSets));
    }

    private InvocationResult.Answered call(String function, String body, Circumstances circumstances) {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(),
                function,
                body,
                ServiceProfiles.standard(),
                null,
                ExecutingUser.LOCAL,
                circumstances);
        InvocationResult result = invoker.start(item, ItemCode.of(item), Workspace.of(item), request, line -> {})
                .result()
                .join();
        return (InvocationResult.Answered) result;
    }
}
