package dev.bobbin.app.result;

import dev.bobbin.app.l10n.BadDayWords;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.emulator.standin.ExecutedStatement;
import java.util.List;

/**
 * Where to look for what made a run fail, beside its code.
 *
 * @param badDays what was made to go wrong with its connections, in words; empty when nothing was
 * @param standIn name of the one whose SQL failed last; empty when none did
 */
public record FailureHints(String badDays, String standIn) {

    static FailureHints of(FinishedRun run) {
        List<ExecutedStatement> statements = run.result().trace().statements();
        boolean failedInSql = !statements.isEmpty() && statements.getLast().error() != null;
        return new FailureHints(
                BadDayWords.of(run.result().circumstances().badDays()),
                failedInSql ? statements.getLast().standIn() : "");
    }
}
