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
 * @param code the script it was run on; empty before
 * @param stale whether the script has changed since, so that it may come out otherwise now
 */
public record ExampleRow(ExampleStore.Kept kept, @Nullable ExampleOutcome outcome, String code, boolean stale) {

    /** An example that has not been run yet. */
    static ExampleRow notRun(ExampleStore.Kept kept) {
        return new ExampleRow(kept, null, "", false);
    }

    /** What that outcome is worth now that the script is this one. */
    ExampleRow on(String script) {
        boolean isStale = outcome != null && !code.equals(script);
        return isStale == stale ? this : new ExampleRow(kept, outcome, code, isStale);
    }

    /** Whether it comes out otherwise than approved, as far as one knows. */
    boolean isRed() {
        return outcome != null && !stale && !(outcome instanceof ExampleOutcome.Passed);
    }

    /** In a word; empty before it has been run. */
    public String status() {
        if (stale) {
            return text("examples.stale");
        }
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
