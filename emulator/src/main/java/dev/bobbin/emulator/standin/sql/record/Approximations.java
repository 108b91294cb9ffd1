package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which statements the stand-in answers only roughly, and why. A new approximation gets a line here and one on the
 * differences page.
 */
final class Approximations {

    /** @param pattern sought in the statement, whose literals and comments are blanked */
    private record Rule(Pattern pattern, String reason) {
        Rule(String pattern, String reason) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
        }
    }

    private static final List<Rule> OF_TEXT = List.of(
            new Rule(
                    "\\(\\s*(NOLOCK|READUNCOMMITTED|READCOMMITTED|READPAST|REPEATABLEREAD|SERIALIZABLE|HOLDLOCK|UPDLOCK|XLOCK"
                            + "|ROWLOCK|PAGLOCK|TABLOCKX?|SNAPSHOT)\\b",
                    "Lock hints have no effect: there is one writer at a time, and readers see what is committed."),
            new Rule(
                    "\\bOPTION\\s*\\((?!\\s*MAXRECURSION\\s+\\d+\\s*\\))",
                    "Query hints have no effect; they would not change a result either."),
            new Rule(
                    "\\bFORMAT\\s*\\(",
                    "FORMAT follows .NET's patterns; names and signs of a culture are those of the Unicode CLDR and may differ."),
            new Rule("\\bRAND\\s*\\(\\s*[^\\s)]", "RAND with a seed yields other numbers than SQL Server's."),
            new Rule(
                    "\\b(BINARY_)?CHECKSUM(_AGG)?\\s*\\(",
                    "Checksums are stable here, but not the numbers that SQL Server computes."),
            new Rule("\\bAPPROX_COUNT_DISTINCT\\s*\\(", "Counted exactly here; the service estimates."),
            new Rule(
                    "@@(VERSION|SERVERNAME|SPID|SERVICENAME)\\b|\\b(SERVERPROPERTY|HOST_NAME|APP_NAME|SUSER_NAME|SUSER_SNAME"
                            + "|ORIGINAL_LOGIN|CONNECTIONPROPERTY|DATABASEPROPERTYEX)\\s*\\(",
                    "Facts about the server and its users are made up here."));

    private static final Rule TEXT_ORDER = new Rule(
            "ORDER BY[^()]*COLLATE \"?(bob_ci|NOCASE)",
            "Text is sorted letter by letter without regard to case; SQL Server's dictionary order places accents and"
                    + " punctuation differently.");

    /** SET options that are taken and change nothing, and that would change something in the service. */
    private static final Set<String> IDLE_OPTIONS =
            Set.of("TRANSACTION", "LOCK_TIMEOUT", "DEADLOCK_PRIORITY", "ARITHABORT", "ANSI_WARNINGS", "ANSI_NULLS");

    private Approximations() {}

    /**
     * @param statement null when the text could not be read
     * @param sqlite what SQLite was asked instead
     */
    static Fidelity of(String tsql, @Nullable Statement statement, List<String> sqlite) {
        if (statement instanceof Statement.SetOption option && IDLE_OPTIONS.contains(option.option())) {
            return new Fidelity.Approximated("SET " + option.option() + " has no effect here.");
        }
        String plain = blanked(tsql);
        for (Rule rule : OF_TEXT) {
            if (rule.pattern().matcher(plain).find()) {
                return new Fidelity.Approximated(rule.reason());
            }
        }
        return sqlite.stream().anyMatch(sql -> TEXT_ORDER.pattern().matcher(sql).find())
                ? new Fidelity.Approximated(TEXT_ORDER.reason())
                : Fidelity.SAME;
    }

    private static final Pattern LITERAL =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/|\\[[^\\]]*\\]|\"[^\"]*\"", Pattern.DOTALL);

    private static String blanked(String tsql) {
        return LITERAL.matcher(tsql).replaceAll("''");
    }
}
