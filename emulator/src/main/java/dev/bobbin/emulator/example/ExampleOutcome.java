package dev.bobbin.emulator.example;

import dev.bobbin.emulator.message.Message;
import java.time.Duration;
import java.util.List;

/** How an example came out. */
public sealed interface ExampleOutcome {

    ExampleStore.Kept kept();

    Duration duration();

    /** As expected. */
    record Passed(ExampleStore.Kept kept, Duration duration) implements ExampleOutcome {}

    /**
     * Not as expected.
     *
     * @param actual what would be expected if this answer were approved
     */
    record Differs(ExampleStore.Kept kept, Duration duration, List<Difference> differences, Expectation actual)
            implements ExampleOutcome {
        public Differs {
            differences = List.copyOf(differences);
        }
    }

    /** There is no answer to compare. @param reason why there is none */
    record Broken(ExampleStore.Kept kept, Duration duration, Message reason) implements ExampleOutcome {}
}
