package dev.bobbin.emulator.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.PlainError;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.util.Locale;

/** Calls that fail, in a real engine. */
final class FailingCalls {

    private FailingCalls() {}

    /** What a user reads of the one error that a call ends with. */
    static PlainError of(FunctionEngine engine, ItemFolder item, String function, String body) {
        InvocationRequest request = new InvocationRequest(
                "3f0a1111-2222-4333-8444-555566667777",
                function,
                body,
                ServiceProfiles.standard(),
                null,
                ExecutingUser.LOCAL);
        InvocationResult.Answered answered = (InvocationResult.Answered) Emulator.invoker(engine)
                .start(item, ItemCode.of(item), Workspace.of(item), request, line -> {})
                .result()
                .join();
        assertThat(answered.envelope().errors()).as(body).hasSize(1);
        return ErrorTexts.in(Locale.ENGLISH)
                .of(answered.envelope().errors(), answered.httpStatus(), answered.context())
                .getFirst();
    }
}
