package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.CodeFact;
import dev.bobbin.emulator.signature.CodeFact.BuiltSql;
import dev.bobbin.emulator.signature.CodeFact.NewerSyntax;
import dev.bobbin.emulator.signature.CodeFact.NoCommit;
import dev.bobbin.emulator.signature.CodeFact.Remedy;
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
        Object how =
                switch (sql.style()) {
                    case F_STRING -> Message.of("built-sql.f-string");
                    case PERCENT -> Message.of("built-sql.percent");
                    case PLUS -> "+";
                    case FORMAT -> ".format()";
                };
        QuickFix fix = sql.parameterised().isEmpty()
                ? null
                : new QuickFix(
                        Message.of("fix.pass-parameters"),
                        sql.parameterised().stream()
                                .map(change -> Fixes.replace(change.range(), change.text()))
                                .toList(),
                        true);
        return Breach.of(
                sql.range(),
                Message.of(sql.style() == SqlStyle.F_STRING && fix == null ? "built-sql.names" : "built-sql", how),
                fix);
    }

    /** One moment or number on its own arrives as readable text, as the documents promise for datetime. */
    private static boolean isSingleValue(TextResult result) {
        return !result.inside()
                && switch (result.kind()) {
                    case DATETIME, DATE, DECIMAL, UUID -> true;
                    case ROWS, ROW, SET, BYTES, GENERATOR -> false;
                };
    }

    private static Breach textResult(TextResult result) {
        CodeFact.@Nullable Replacement better = result.asJson();

        return Breach.of(
                result.range(),
                message(result),
                better == null ? null : offered(Message.of("fix.return", shortened(better.text())), better));
    }

    private static Message message(TextResult result) {
        ResultKind kind = result.kind();
        if (isSingleValue(result)) {
            return Message.of("value-becomes-text", name(kind), example(kind));
        }
        return result.inside()
                ? Message.of("result-becomes-text.inside", name(kind), result.function(), advice(kind))
                : Message.of("result-becomes-text", result.function(), example(kind), advice(kind));
    }

    private static String shortened(String code) {
        String line = code.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 59) + "…" : line;
    }

    private static Object name(ResultKind kind) {
        return switch (kind) {
            case ROWS -> Message.of("result.rows");
            case ROW -> Message.of("result.row");
            case DATETIME -> "datetime";
            case DATE -> "date";
            case DECIMAL -> "Decimal";
            case SET -> "set";
            case BYTES -> Message.of("result.bytes");
            case UUID -> "UUID";
            case GENERATOR -> Message.of("result.generator");
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
            case GENERATOR -> "\"<generator object … at 0x7f…>\"";
        };
    }

    private static Message advice(ResultKind kind) {
        return switch (kind) {
            case ROWS, ROW -> Message.of("result.make-dicts");
            case DATETIME, DATE -> Message.of("result.behind", ".isoformat()");
            case DECIMAL -> Message.of("result.around-either", "float(…)", "str(…)");
            case SET, GENERATOR -> Message.of("result.around", "list(…)");
            case BYTES -> Message.of("result.behind", ".decode()");
            case UUID -> Message.of("result.around", "str(…)");
        };
    }

    private static Stream<Breach> newerPython(CheckedItem checked) {
        Stream<Breach> syntax = facts(checked, NewerSyntax.class)
                .map(newer -> Breach.of(
                        newer.range(),
                        Message.of("newer-python", newer.feature(), newer.version()),
                        remedy(newer.remedy())));
        Stream<Breach> names = checked.outline().imports().stream()
                .filter(module -> !module.guarded())
                .flatMap(module -> module.names().stream()
                        .filter(NEW_IN_312.getOrDefault(module.path(), List.of())::contains)
                        .map(name -> Breach.of(
                                module.statement(),
                                Message.of("newer-python.name", module.path() + "." + name),
                                null)));
        return Stream.concat(syntax, names);
    }

    private static Stream<Breach> removedModule(CheckedItem checked) {
        return checked.outline().imports().stream()
                .filter(module -> !module.guarded() && GONE_IN_312.contains(module.module()))
                .map(CodeRules::removed);
    }

    private static Breach removed(Import module) {
        return Breach.of(module.statement(), Message.of("removed-module", module.module()), null);
    }

    private static Breach noCommit(NoCommit write) {
        return Breach.of(write.range(), Message.of("no-commit"), offered(Message.of("fix.commit"), write.commit()));
    }

    private static @Nullable QuickFix remedy(@Nullable Remedy remedy) {
        return remedy == null ? null : offered(remedy.title(), remedy.change());
    }

    private static @Nullable QuickFix offered(Message title, CodeFact.@Nullable Replacement change) {
        return change == null ? null : QuickFix.offered(title, Fixes.replace(change.range(), change.text()));
    }
}
