package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example and how it came out last.
 *
 * @param outcome null before it has been run
 */
public record ExampleRow(ExampleStore.Kept kept, @Nullable ExampleOutcome outcome) {

    /** In a word; empty before it has been run. */
    public String status() {
        return switch (outcome) {
            case null -> "";
            case ExampleOutcome.Passed _ -> text("examples.passed");
            case ExampleOutcome.Differs _ -> text("examples.differs");
            case ExampleOutcome.Broken _ -> text("examples.broken");
        };
    }

    /** What there is to say to it. */
    public String remark() {
        return switch (outcome) {
            case ExampleOutcome.Differs differs ->
                PlaceWords.of(differs.differences().getFirst());
            case ExampleOutcome.Broken broken -> text(broken.reason());
            case null, default -> "";
        };
    }

    /** Where the answer differs from the approved one. */
    public List<Difference> differences() {
        return outcome instanceof ExampleOutcome.Differs differs ? differs.differences() : List.of();
    }
}
