package dev.bobbin.emulator.standin.sql.record;

import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.ColumnDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which statements the stand-in answers only roughly, and why: told by what the statement calls, reads and defines. A new
 * approximation gets a line here and one on the differences page.
 */
final class Approximations {

    private static final String CHECKSUM = "Checksums are stable here, but not the numbers that SQL Server computes.";
    private static final String SERVER = "Facts about the server and its users are made up here.";

    private static final Map<String, String> FUNCTIONS = new HashMap<>(Map.of(
            "FORMAT",
            "FORMAT follows .NET's patterns; names and signs of a culture are those of the Unicode CLDR and may differ.",
            "CHECKSUM",
            CHECKSUM,
            "BINARY_CHECKSUM",
            CHECKSUM,
            "CHECKSUM_AGG",
            CHECKSUM,
            "APPROX_COUNT_DISTINCT",
            "Counted exactly here; the service estimates."));

    static {
        for (String name : List.of(
                "SERVERPROPERTY",
                "HOST_NAME",
                "APP_NAME",
                "SUSER_NAME",
                "SUSER_SNAME",
                "ORIGINAL_LOGIN",
                "CONNECTIONPROPERTY",
                "DATABASEPROPERTYEX")) {
            FUNCTIONS.put(name, SERVER);
        }
    }

    private static final Set<String> SERVER_VARIABLES = Set.of("@@VERSION", "@@SERVERNAME", "@@SPID", "@@SERVICENAME");

    private static final String SEEDED_RAND = "RAND with a seed yields other numbers than SQL Server's.";

    private static final String TEXT_ORDER =
            "Text is sorted letter by letter without regard to case; SQL Server's dictionary order places accents and"
                    + " punctuation differently.";

    private static final String NATIONAL =
            "nvarchar and nchar are taken here; a warehouse of Fabric has varchar and char only and refuses them.";

    /** SET options that are taken and change nothing, and that would change something in the service. */
    private static final Set<String> IDLE_OPTIONS =
            Set.of("TRANSACTION", "DEADLOCK_PRIORITY", "ARITHABORT", "ANSI_WARNINGS", "ANSI_NULLS");

    /** Hints are no part of the syntax that is kept. @param pattern sought where literals and comments are blanked */
    private record Hint(Pattern pattern, String reason) {
        Hint(String pattern, String reason) {
            this(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), reason);
        }
    }

    private static final List<Hint> HINTS = List.of(
            new Hint(
                    "\\(\\s*(NOLOCK|READUNCOMMITTED|READCOMMITTED|READPAST|REPEATABLEREAD|SERIALIZABLE|HOLDLOCK|UPDLOCK|XLOCK"
                            + "|ROWLOCK|PAGLOCK|TABLOCKX?|SNAPSHOT)\\b",
                    "Lock hints have no effect: there is one writer at a time, and readers see what is committed."),
            new Hint(
                    "\\bOPTION\\s*\\((?!\\s*MAXRECURSION\\s+\\d+\\s*\\))",
                    "Query hints have no effect; they would not change a result either."));

    private static final Pattern LITERAL =
            Pattern.compile("'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/|\\[[^\\]]*\\]|\"[^\"]*\"", Pattern.DOTALL);

    private Approximations() {}

    /**
     * @param statement null when the text could not be read
     * @param sqlite what SQLite was asked instead
     * @param warehouse whether it ran in a warehouse
     */
    static Fidelity of(String tsql, @Nullable Statement statement, List<String> sqlite, boolean warehouse) {
        return Stream.of(ofStatement(statement, warehouse), ofHints(tsql), ofOrder(sqlite))
                .filter(Objects::nonNull)
                .findFirst()
                .<Fidelity>map(Fidelity.Approximated::new)
                .orElse(Fidelity.SAME);
    }

    private static @Nullable String ofStatement(@Nullable Statement statement, boolean warehouse) {
        if (statement == null) {
            return null;
        }
        if (statement instanceof Statement.SetOption option && IDLE_OPTIONS.contains(option.option())) {
            return "SET " + option.option() + " has no effect here.";
        }
        if (statement instanceof Statement.Execute call
                && call.procedure().name().toLowerCase(Locale.ROOT).endsWith("applock")) {
            return "Locks of applications are granted at once and keep nobody waiting.";
        }
        if (warehouse && columns(statement).anyMatch(Approximations::isNational)) {
            return NATIONAL;
        }
        Mentioned mentioned = Mentioned.in(statement);
        if (mentioned.withArguments().contains("RAND")) {
            return SEEDED_RAND;
        }
        return mentioned.variables().stream().anyMatch(SERVER_VARIABLES::contains)
                ? SERVER
                : mentioned.functions().stream()
                        .map(FUNCTIONS::get)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }

    private static Stream<ColumnDefinition> columns(Statement statement) {
        return switch (statement) {
            case Statement.CreateTable table -> table.columns().stream();
            case Statement.AddToTable table -> table.columns().stream();
            case Statement.AlterColumn table -> Stream.of(table.column());
            default -> Stream.empty();
        };
    }

    private static boolean isNational(ColumnDefinition column) {
        return column.type() != null
                && Set.of("nvarchar", "nchar", "ntext", "sysname")
                        .contains(column.type().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable String ofHints(String tsql) {
        String plain = LITERAL.matcher(tsql).replaceAll("''");
        return HINTS.stream()
                .filter(hint -> hint.pattern().matcher(plain).find())
                .map(Hint::reason)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String ofOrder(List<String> sqlite) {
        return sqlite.stream().anyMatch(sql -> sql.contains("bob_order_")) ? TEXT_ORDER : null;
    }
}
