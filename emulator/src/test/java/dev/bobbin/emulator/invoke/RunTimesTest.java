package dev.bobbin.emulator.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of a run is the function's own: what its engine needed to start is told apart from it. */
class RunTimesTest {

    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def quick() -> int:
                return 1
            """;

    @TempDir
    Path folder;

    @Test
    void theStartOfTheEngineIsNoPartOfTheTimeOfTheFunction() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work/Quick.UserDataFunction"));
        Files.writeString(root.resolve(ItemFolder.SCRIPT), SCRIPT);
        ItemFolder item = ItemReader.read(root);
        try (FunctionEngine engine = Emulator.engine("embedded").orElseThrow()) {
            InvocationResult cold = run(engine, item);
            // An engine takes seconds to start, a function that returns a number some milliseconds.
            assertThat(cold.waited()).isGreaterThan(cold.duration());
            InvocationResult warm = run(engine, item);
            assertThat(warm.waited()).isLessThan(cold.waited());

            InvocationRequest request = request();
            RunRecord kept =
                    RunRecord.of(Instant.now(), RunOrigin.WINDOW, request, "embedded", SCRIPT, cold, List.of());
            assertThat(kept.summary().duration()).isEqualTo(cold.duration());
            assertThat(kept.answer().waited()).isEqualTo(cold.waited());
        }
    }

    @Test
    void anAnswerToARequestThatIsTooLargeWaitedForNothing() {
        assertThat(Invoker.tooLarge(request(), 1).waited()).isEqualTo(Duration.ZERO);
    }

    private static InvocationResult run(FunctionEngine engine, ItemFolder item) {
        return Emulator.invoker(engine)
                .start(item, ItemCode.of(item), Workspace.of(item), request(), _ -> {})
                .result()
                .join();
    }

    private static InvocationRequest request() {
        return new InvocationRequest(
                UUID.randomUUID().toString(), "quick", "{}", ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
    }
}
