package dev.bobbin.samples;

import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.util.UUID;

/** Calls functions of one sample as the window does. */
record SampleRun(Invoker invoker, ItemFolder item) {

    InvocationResult.Answered call(String function, String body) {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(), function, body, ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
        InvocationResult result = invoker.start(item, ItemCode.of(item), Workspace.of(item), request, line -> {})
                .result()
                .join();
        return (InvocationResult.Answered) result;
    }
}
