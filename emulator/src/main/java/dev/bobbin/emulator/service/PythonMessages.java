package dev.bobbin.emulator.service;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Classes of exceptions that stand for several mistakes: which one it is, their messages tell. */
final class PythonMessages {

    private record Rule(Set<String> types, Pattern message, String id) {}

    private static final List<Rule> RULES = List.of(
            rule("InterfaceError", "^\\('28000'", "database.login"),
            rule("ProgrammingError", "contains 0 parameter markers, but", "database.no-marks"),
            rule("ProgrammingError", "parameter markers, but", "database.marks"),
            rule("ProgrammingError", "Invalid parameter type", "database.parameter"),
            rule("ProgrammingError", "No results\\. +Previous SQL was not a query", "database.no-rows"),
            rule("ProgrammingError", "Attempt to use a closed|connection has been closed", "database.closed"),
            rule("ProgrammingError", "ODBC SQL type -155", "database.offset"),
            rule(
                    "HttpResponseError|CosmosHttpResponseError",
                    "^Status code: 403|^\\(Forbidden\\)|ErrorCode:AuthorizationPermissionMismatch",
                    "service.denied"),
            rule(
                    "HttpResponseError|CosmosHttpResponseError",
                    "^Status code: 429|^\\(Throttled\\)|ErrorCode:TooManyRequests",
                    "service.throttled"),
            // Lakehouses name their error codes, vaults the kind of thing: this one is of any service.
            rule("ResourceNotFoundError", "^\\(NotFound\\)", "service.not-found"),
            // A folder in the place of a file, not a file that is there already.
            rule("ResourceExistsError", "ErrorCode:PathConflict", "exception.path-conflict"),
            rule("TypeError", "^'FunctionBuilder' object is not callable", "exception.function"),
            rule("TypeError", "must return a fabric\\.functions\\.StreamResponse", "exception.stream"),
            rule("TypeError", "is not JSON serializable", "exception.json"),
            rule("TypeError", "offset-naive", "exception.zone"),
            rule(
                    "TypeError",
                    "(decimal\\.)?Decimal' and 'float'|'float' and '(decimal\\.)?Decimal'",
                    "exception.decimal"),
            rule("TypeError", "row indices must be integers|dictionary update sequence", "exception.row"),
            rule("TypeError", "list indices must be integers", "exception.list"),
            rule("TypeError", "string indices must be integers", "exception.text"),
            rule(
                    "TypeError",
                    "can only concatenate str|'str' and '(int|float)'|'(int|float)' and 'str'",
                    "exception.join"),
            rule(
                    "TypeError",
                    "positional argument|unexpected keyword argument|multiple values for argument",
                    "exception.call"),
            rule("TypeError", "'coroutine'", "exception.await"),
            rule("TypeError", "^'NoneType' object is not (subscriptable|iterable)", "exception.none"),
            rule("AttributeError", "^'NoneType' object has no attribute", "exception.none"),
            rule("AttributeError", "'coroutine'", "exception.await"),
            rule("AttributeError", "^'FabricSqlConnection' object has no attribute", "exception.connect"),
            rule("AttributeError", "^'FabricLakehouse\\w*' object has no attribute", "exception.connect-files"),
            rule("AttributeError", "^'pyodbc\\.(Connection|Cursor)' object has no attribute", "exception.pyodbc"),
            rule("AttributeError", "^'pyodbc\\.Row' object has no attribute", "exception.row"),
            rule("AttributeError", "^'(dict|list)' object has no attribute 'encode'", "exception.piece"),
            rule("AttributeError", "^'dict' object has no attribute", "exception.dict"),
            rule("AttributeError", "^'list' object has no attribute", "exception.list"));

    private PythonMessages() {}

    private static Rule rule(String types, String message, String id) {
        return new Rule(Set.of(types.split("\\|")), Pattern.compile(message), id);
    }

    /** The id of the entry; empty when the message tells no more than the class. @param type without its module */
    static String id(String type, String message) {
        return RULES.stream()
                .filter(rule -> rule.types().contains(type)
                        && rule.message().matcher(message).find())
                .map(Rule::id)
                .findFirst()
                .orElse("");
    }
}
