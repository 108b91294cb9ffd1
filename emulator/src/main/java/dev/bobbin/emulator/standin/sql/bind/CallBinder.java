package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition;
import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.functions.FunctionTable;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Call;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import dev.bobbin.emulator.standin.sql.types.TypeRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Binds calls: of forms that are syntax rather than functions, of aggregates, and of the functions of the table. */
final class CallBinder {

    /** Functions whose result depends on how texts are compared. */
    private static final Set<String> COMPARING = Set.of("REPLACE", "CHARINDEX", "PATINDEX", "TRANSLATE");

    /** Functions that make a moment with as many digits of the second's fraction as they are told. */
    private static final Set<String> SCALED = Set.of("DATETIME2FROMPARTS", "DATETIMEOFFSETFROMPARTS", "TIMEFROMPARTS");

    /** Functions SQL Server has and the stand-in has not. */
    private static final Set<String> UNSUPPORTED = Set.of(
            "CONTEXT_INFO",
            "HAS_PERMS_BY_NAME",
            "IS_MEMBER",
            "IS_ROLEMEMBER",
            "IS_SRVROLEMEMBER",
            "PWDCOMPARE",
            "PWDENCRYPT",
            "ENCRYPTBYKEY",
            "DECRYPTBYKEY",
            "SIGNBYCERT",
            "CRYPT_GEN_RANDOM",
            "GETANSINULL",
            "HOST_ID",
            "FILE_ID",
            "INDEX_COL",
            "STATS_DATE",
            "INDEXPROPERTY",
            "FULLTEXTCATALOGPROPERTY",
            "TEXTPTR",
            "EDGE_ID_FROM_PARTS",
            "NODE_ID_FROM_PARTS",
            "JSON_CONTAINS",
            "SQL_VARIANT_PROPERTY",
            "OBJECTPROPERTYEX",
            "CONNECTIONPROPERTY",
            "APPLOCK_MODE",
            "ORIGINAL_DB_NAME",
            "TRIGGER_NESTLEVEL",
            "COLUMNS_UPDATED",
            "EVENTDATA",
            "UNISTR",
            "PRODUCT",
            "VECTOR_DISTANCE",
            "VECTOR_NORM",
            "VECTOR_NORMALIZE",
            "EDIT_DISTANCE",
            "EDIT_DISTANCE_SIMILARITY",
            "JARO_WINKLER_DISTANCE",
            "JARO_WINKLER_SIMILARITY");

    private final BindContext context;
    private final ExpressionBinder expressions;
    private final AggregateBinder aggregates;

    CallBinder(BindContext context, ExpressionBinder expressions) {
        this.context = context;
        this.expressions = expressions;
        this.aggregates = new AggregateBinder(context, expressions);
    }

    Bound bind(Call call) {
        if (call.name().schema() != null) {
            return new FunctionBinder(context, expressions).scalar(call);
        }
        String name = call.name().name().toUpperCase(Locale.ROOT);
        if (AggregateBinder.handles(name, call)) {
            return aggregates.bind(name, call);
        }
        return switch (name) {
            case "COALESCE" -> coalesce(call);
            case "ISNULL" -> isNull(call);
            case "NULLIF" -> nullIf(call);
            case "CHOOSE" -> choose(call);
            case "GREATEST", "LEAST" -> extreme(name, call);
            case "TRY_CAST", "TRY_CONVERT", "TRY_PARSE", "PARSE" -> throw SqlErrors.notSupported(name);
            case "GETDATE", "CURRENT_TIMESTAMP", "GETUTCDATE" -> now(SqlType.DATETIME);
            case "SYSDATETIME", "SYSUTCDATETIME" -> now(SqlType.DATETIME2);
            case "CURRENT_DATE" -> now(SqlType.DATE);
            case "SYSDATETIMEOFFSET" -> now(SqlType.DATETIMEOFFSET);
            case "JSON_MODIFY" -> {
                boolean json = call.arguments().size() == 3
                        && JsonBinder.isJson(call.arguments().getLast());
                yield tableFunction(json ? "$JSON_MODIFY" : name, call);
            }
            default -> tableFunction(name, call);
        };
    }

    /** One moment for the whole statement; the service's clock is UTC. */
    private Bound now(SqlType type) {
        return context.isStanding()
                ? Coercion.convert(Coercion.call("$now", SqlType.DATETIME2), type)
                : new Bound.Input("@@now", SqlType.DATETIME2, type, false);
    }

    private Bound tableFunction(String name, Call call) {
        FunctionDefinition definition = call.name().name().startsWith("$") ? null : FunctionTable.find(name);
        if (definition == null || call.over() != null || call.star() || call.distinct()) {
            throw UNSUPPORTED.contains(name)
                    ? SqlErrors.notSupported(name)
                    : SqlErrors.unknownFunction(call.name().name());
        }
        int count = call.arguments().size();
        if (count < definition.least() || count > definition.most()) {
            throw definition.least() == definition.most()
                    ? SqlErrors.argumentCount(name.toLowerCase(Locale.ROOT), definition.least())
                    : new SqlError(
                            189,
                            "42000",
                            "The " + name.toLowerCase(Locale.ROOT) + " function requires " + definition.least() + " to "
                                    + definition.most() + " arguments.",
                            15,
                            1);
        }
        if (name.equals("ISJSON") && count == 2 && call.arguments().getLast() instanceof Expression.Column kind) {
            return tableFunction(
                    name,
                    Call.of(
                            name,
                            call.arguments().getFirst(),
                            new Expression.Literal(Expression.LiteralKind.STRING, kind.name())));
        }
        List<Bound> arguments = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            arguments.add(argument(definition, i, call.arguments().get(i)));
        }
        if (name.equals("JSON_OBJECT") || name.equals("JSON_ARRAY")) {
            markJson(call, arguments);
        }
        List<SqlType> types = arguments.stream().map(Bound::type).toList();
        SqlType result = definition.result().of(types);
        return new Bound.Invoke(
                new FunctionInstance(
                        definition, types, SCALED.contains(name) ? scaled(result, arguments.getLast(), name) : result),
                arguments);
    }

    /** The last argument is the number of digits of the second's fraction. */
    private static SqlType scaled(SqlType type, Bound digits, String name) {
        if (digits instanceof Bound.Constant constant
                && constant.value() instanceof Long scale
                && scale >= 0
                && scale <= type.scale()) {
            return new SqlType(type.kind(), 0, scale.intValue());
        }
        throw new SqlError(
                10760,
                "42000",
                "Scale argument is not valid. Valid expressions for data type "
                        + name.substring(0, name.indexOf("FROM")).toLowerCase(Locale.ROOT)
                        + " scale argument are integer constants and integer constant expressions.");
    }

    /** Members that are JSON themselves go in as they are: a function for it tells them from texts. */
    private static void markJson(Call call, List<Bound> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            if (JsonBinder.isJson(call.arguments().get(i))) {
                Bound value = arguments.get(i);
                arguments.set(i, Coercion.convert(value, JsonBinder.JSON_TEXT));
            }
        }
    }

    private Bound argument(FunctionDefinition definition, int index, Expression written) {
        FunctionDefinition.Parameter parameter = definition.parameter(index);
        if (parameter == FunctionDefinition.Parameter.DATE_PART) {
            if (written instanceof Expression.Column column && column.qualifier() == null) {
                return Coercion.text(column.name());
            }
            throw new SqlError(
                    1023,
                    "42000",
                    "Invalid parameter 1 specified for " + definition.name().toLowerCase(Locale.ROOT) + ".",
                    15,
                    1);
        }
        Bound value = expressions.bind(written);
        if (value instanceof Bound.Collated && COMPARING.contains(definition.name())) {
            throw SqlErrors.notSupported(definition.name() + " with COLLATE");
        }
        if (value.type().is(Kind.Family.BOOLEAN)) {
            throw SqlErrors.syntaxNear(definition.name());
        }
        return switch (parameter) {
            case TEXT -> asText(value);
            case INT -> Coercion.implicit(value, SqlType.INT);
            case BIT -> Coercion.implicit(value, SqlType.BIT);
            case BIGINT -> Coercion.implicit(value, SqlType.BIGINT);
            case FLOAT -> Coercion.implicit(value, SqlType.FLOAT);
            case NUMBER -> asNumber(value, definition, index);
            case BINARY -> Coercion.implicit(value, SqlType.VARBINARY_MAX);
            case DATE_TIME -> moment(value);
            case PRECISE_DATE_TIME ->
                value.type().isText() ? Coercion.implicit(value, SqlType.DATETIMEOFFSET) : moment(value);
            case ANY, DATE_PART -> value.type().isNull() ? Coercion.convert(value, SqlType.varchar(1)) : value;
        };
    }

    Bound asText(Bound value) {
        return value.type().isText()
                ? value
                : Coercion.implicit(value, value.type().isNull() ? SqlType.varchar(1) : SqlType.varchar(8000));
    }

    private static Bound asNumber(Bound value, FunctionDefinition definition, int index) {
        SqlType type = value.type();
        if (type.isText()) {
            return Coercion.implicit(value, SqlType.FLOAT);
        }
        if (type.isNull()) {
            return Coercion.convert(value, SqlType.INT);
        }
        if (!type.isNumeric()) {
            throw SqlErrors.wrongArgumentType(
                    type.kind().messageName(), index + 1, definition.name().toLowerCase(Locale.ROOT));
        }
        return value;
    }

    /** Text and numbers become datetime where a function wants a moment. */
    Bound moment(Bound value) {
        SqlType type = value.type();
        if (type.isDateTime()) {
            return value;
        }
        return Coercion.implicit(value, SqlType.DATETIME);
    }

    Bound call(String name, SqlType result, Bound... arguments) {
        return Coercion.call(name, result, arguments);
    }

    private Bound coalesce(Call call) {
        List<Bound> values = call.arguments().stream().map(expressions::bind).toList();
        SqlType type =
                values.stream().map(Bound::type).reduce(TypeRules::common).orElse(SqlType.NULL);
        if (values.size() == 1) {
            return values.getFirst();
        }
        if (type.isNull()) {
            throw new SqlError(
                    4127,
                    "42000",
                    "At least one of the arguments to COALESCE must be an expression that is not the NULL constant.");
        }
        List<Bound> converted =
                values.stream().map(value -> Coercion.implicit(value, type)).toList();
        return new Bound.Sql("COALESCE({*})", converted, type, Bound.Role.PLAIN);
    }

    /** The result has the type of the first argument, to which the second is cut. */
    private Bound isNull(Call call) {
        requireCount("isnull", call, 2);
        Bound first = expressions.bind(call.arguments().get(0));
        Bound second = expressions.bind(call.arguments().get(1));
        SqlType type = first.type().isNull() ? second.type() : first.type();
        return Bound.Sql.of(type, "COALESCE({0}, {1})", Coercion.convert(first, type), Coercion.implicit(second, type));
    }

    private Bound nullIf(Call call) {
        requireCount("nullif", call, 2);
        Bound first = expressions.bind(call.arguments().get(0));
        Bound second = expressions.bind(call.arguments().get(1));
        Bound equal = expressions.compare("=", first, second);
        return Bound.Sql.of(first.type(), "CASE WHEN {0} THEN NULL ELSE {1} END", equal, first);
    }

    private Bound choose(Call call) {
        Bound index = Coercion.implicit(expressions.bind(call.arguments().getFirst()), SqlType.INT);
        List<Bound> conditions = new ArrayList<>();
        List<Bound> results = new ArrayList<>();
        for (int i = 1; i < call.arguments().size(); i++) {
            conditions.add(expressions.compare("=", index, Coercion.number(i)));
            results.add(expressions.bind(call.arguments().get(i)));
        }
        return expressions.choose(conditions, results);
    }

    /** NULLs are passed over. */
    private Bound extreme(String name, Call call) {
        List<Bound> values = call.arguments().stream().map(expressions::bind).toList();
        SqlType type =
                values.stream().map(Bound::type).reduce(TypeRules::common).orElse(SqlType.NULL);
        Bound result = Coercion.implicit(values.getFirst(), type);
        for (Bound value : values.subList(1, values.size())) {
            Bound next = Coercion.implicit(value, type);
            Bound better = expressions.compare(name.equals("LEAST") ? "<=" : ">=", result, next);
            result = Bound.Sql.of(type, "CASE WHEN {1} IS NULL OR {0} THEN {2} ELSE {1} END", better, next, result);
        }
        return result;
    }

    private static void requireCount(String name, Call call, int count) {
        if (call.arguments().size() != count) {
            throw SqlErrors.argumentCount(name, count);
        }
    }
}
