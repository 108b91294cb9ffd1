package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.signature.CodeFact;
import dev.bobbin.emulator.signature.CodeFact.BuiltSql;
import dev.bobbin.emulator.signature.CodeFact.NewerSyntax;
import dev.bobbin.emulator.signature.CodeFact.NoCommit;
import dev.bobbin.emulator.signature.CodeFact.ResultKind;
import dev.bobbin.emulator.signature.CodeFact.SqlStyle;
import dev.bobbin.emulator.signature.CodeFact.TextResult;
import dev.bobbin.emulator.signature.SourceOutline.Import;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code inside functions does. */
final class CodeRules {

    /** Modules of Python 3.11 that 3.12 has no more. Source: What's new in Python 3.12, "Removed". */
    private static final List<String> GONE_IN_312 = List.of("asynchat", "asyncore", "distutils", "imp", "smtpd");

    /** Names Python 3.12 brought, by module. Source: What's new in Python 3.12, "Improved modules". */
    private static final Map<String, List<String>> NEW_IN_312 = Map.of(
            "itertools", List.of("batched"),
            "typing", List.of("override", "TypeAliasType"),
            "collections.abc", List.of("Buffer"),
            "math", List.of("sumprod"),
            "inspect", List.of("BufferFlags", "markcoroutinefunction"),
            "calendar", List.of("Month", "Day"));

    static final List<Rule> ALL = List.of(
            Rule.warning(
                    "built-sql",
                    "Values reach SQL as parameters.",
                    Sources.ODBC_PARAMETERS,
                    checked -> facts(checked, BuiltSql.class).map(CodeRules::builtSql)),
            Rule.warning(
                    "result-becomes-text",
                    "A result consists of values JSON knows.",
                    Sources.SDK_RESULTS,
                    checked -> facts(checked, TextResult.class)
                            .filter(result -> !isSingleValue(result))
                            .map(CodeRules::textResult)),
            Rule.info(
                    "value-becomes-text",
                    "Callers get dates and decimals as text.",
                    Sources.SDK_RESULTS,
                    checked -> facts(checked, TextResult.class)
                            .filter(CodeRules::isSingleValue)
                            .map(CodeRules::textResult)),
            Rule.error("newer-python", "Python 3.11 can read the code.", Sources.RUNTIME, CodeRules::newerPython),
            Rule.warning(
                    "removed-module",
                    "Python 3.12, which test sessions use, has the module.",
                    Sources.LIMITS,
                    CodeRules::removedModule),
            Rule.warning(
                    "no-commit",
                    "Changes of data are committed.",
                    Sources.ODBC_TRANSACTIONS,
                    checked -> facts(checked, NoCommit.class).map(CodeRules::noCommit)));

    private CodeRules() {}

    private static <F extends CodeFact> Stream<F> facts(CheckedItem checked, Class<F> type) {
        return checked.outline().facts().stream().filter(type::isInstance).map(type::cast);
    }

    private static Breach builtSql(BuiltSql sql) {
        String how =
                switch (sql.style()) {
                    case F_STRING -> "an f-string";
                    case PERCENT -> "the % operator";
                    case PLUS -> "+";
                    case FORMAT -> ".format()";
                };
        QuickFix fix = sql.parameterised().isEmpty()
                ? null
                : new QuickFix(
                        "Pass the values as parameters",
                        sql.parameterised().stream()
                                .map(change -> Fixes.replace(change.range(), change.text()))
                                .toList(),
                        true);
        return Breach.of(
                sql.range(),
                "This query gets its values by " + how
                        + ", so a caller can slip SQL of their own into it, and quotation marks in a value break it. Write ?"
                        + " in their place and pass them behind the query: execute(\"… WHERE Id = ?\", id)."
                        + (sql.style() == SqlStyle.F_STRING && fix == null
                                ? " Names of tables and columns cannot be parameters: take them from a list of your own."
                                : ""),
                fix);
    }

    /** One moment or number on its own arrives as readable text, as the documents promise for datetime. */
    private static boolean isSingleValue(TextResult result) {
        return !result.inside()
                && switch (result.kind()) {
                    case DATETIME, DATE, DECIMAL, UUID -> true;
                    case ROWS, ROW, SET, BYTES -> false;
                };
    }

    private static Breach textResult(TextResult result) {
        CodeFact.@Nullable Replacement better = result.asJson();
        String title = better == null ? "" : "Return " + shortened(better.text());
        return Breach.of(
                result.range(),
                isSingleValue(result)
                        ? "Callers get this " + name(result.kind()) + " as text, such as " + example(result.kind())
                                + "."
                        : result.inside()
                                ? "JSON does not know a " + name(result.kind()) + ", so callers of " + result.function()
                                        + " get the whole result as one text in Python's spelling, not as a list or object. "
                                        + advice(result.kind())
                                : "Callers of " + result.function()
                                        + " get this as one text in Python's spelling, such as "
                                        + example(result.kind()) + ", not as a list or object. "
                                        + advice(result.kind()),
                offered(title, better));
    }

    private static String shortened(String code) {
        String line = code.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }

    private static String name(ResultKind kind) {
        return switch (kind) {
            case ROWS -> "list of rows";
            case ROW -> "row";
            case DATETIME -> "datetime";
            case DATE -> "date";
            case DECIMAL -> "Decimal";
            case SET -> "set";
            case BYTES -> "bytes value";
            case UUID -> "UUID";
        };
    }

    private static String example(ResultKind kind) {
        return switch (kind) {
            case ROWS -> "\"[('John Smith', 31)]\"";
            case ROW -> "\"('John Smith', 31)\"";
            case DATETIME -> "\"2025-01-02 03:04:05\"";
            case DATE -> "\"2025-01-02\"";
            case DECIMAL -> "\"1.50\"";
            case SET -> "\"{1, 2}\"";
            case BYTES -> "\"b'ab'\"";
            case UUID -> "\"6f9619ff-8b86-4011-b42d-00c04fc964ff\"";
        };
    }

    private static String advice(ResultKind kind) {
        return switch (kind) {
            case ROWS, ROW -> "Make a dict of each row.";
            case DATETIME, DATE -> "Write .isoformat() behind it.";
            case DECIMAL -> "Write float(…) or str(…) around it.";
            case SET -> "Write list(…) around it.";
            case BYTES -> "Write .decode() behind it.";
            case UUID -> "Write str(…) around it.";
        };
    }

    private static Stream<Breach> newerPython(CheckedItem checked) {
        Stream<Breach> syntax = facts(checked, NewerSyntax.class)
                .map(newer -> Breach.of(
                        newer.range(),
                        "Python reads " + newer.feature() + " from version " + newer.version()
                                + " on; published functions run on 3.11, which cannot load this file.",
                        offered(newer.remedy(), newer.older())));
        Stream<Breach> names = checked.outline().imports().stream()
                .filter(module -> !module.guarded())
                .flatMap(module -> module.names().stream()
                        .filter(NEW_IN_312.getOrDefault(module.path(), List.of())::contains)
                        .map(name -> Breach.of(
                                module.statement(),
                                "Python has " + module.path() + "." + name
                                        + " from version 3.12 on; published functions run on 3.11, which cannot load this"
                                        + " file.",
                                null)));
        return Stream.concat(syntax, names);
    }

    private static Stream<Breach> removedModule(CheckedItem checked) {
        return checked.outline().imports().stream()
                .filter(module -> !module.guarded() && GONE_IN_312.contains(module.module()))
                .map(CodeRules::removed);
    }

    private static Breach removed(Import module) {
        return Breach.of(
                module.statement(),
                "Python 3.12 has no module " + module.module()
                        + " any more. Published functions run on 3.11 and find it; test sessions and Bobbin run on 3.12"
                        + " and do not.",
                null);
    }

    private static Breach noCommit(NoCommit write) {
        return Breach.of(
                write.range(),
                "This changes data, but nothing in the file commits: the change is lost when the connection closes. Call"
                        + " commit() of the connection behind it.",
                offered("Commit behind it", write.commit()));
    }

    private static @Nullable QuickFix offered(String title, CodeFact.@Nullable Replacement change) {
        return change == null ? null : QuickFix.offered(title, Fixes.replace(change.range(), change.text()));
    }
}
