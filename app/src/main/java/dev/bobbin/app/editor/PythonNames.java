package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names to offer while Python is typed: of the language, its library, and {@code fabric.functions}. */
final class PythonNames {

    static final List<String> KEYWORDS = List.of(
            "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del",
            "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "match",
            "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield");

    static final List<String> BUILTINS = List.of(
            "abs", "all", "any", "bool", "bytes", "callable", "chr", "dict", "dir", "divmod", "enumerate", "Exception",
            "filter", "float", "format", "frozenset", "getattr", "hasattr", "hash", "hex", "id", "int", "isinstance",
            "issubclass", "iter", "KeyError", "len", "list", "map", "max", "min", "next", "object", "open", "ord", "pow",
            "print", "range", "repr", "reversed", "round", "RuntimeError", "set", "setattr", "slice", "sorted", "str",
            "sum", "super", "tuple", "type", "TypeError", "ValueError", "vars", "zip");

    /** Modules of the standard library that functions use; those for terminals, servers and the like are left out. */
    static final List<String> MODULES = List.of(
            "abc", "argparse", "array", "ast", "asyncio", "base64", "bisect", "calendar", "cmath", "collections",
            "concurrent", "contextlib", "copy", "csv", "dataclasses", "datetime", "decimal", "difflib", "email", "enum",
            "fractions", "functools", "glob", "gzip", "hashlib", "heapq", "hmac", "html", "http", "inspect", "io",
            "itertools", "json", "locale", "logging", "math", "mimetypes", "numbers", "operator", "os", "pathlib",
            "pickle", "pprint", "queue", "random", "re", "secrets", "shutil", "sqlite3", "ssl", "statistics", "string",
            "struct", "sys", "tempfile", "textwrap", "threading", "time", "traceback", "types", "typing", "unicodedata",
            "urllib", "uuid", "warnings", "weakref", "xml", "zipfile", "zlib", "zoneinfo");

    /** Public names of {@code fabric.functions}. Source: contract of the service, "Public names". */
    static final List<String> FABRIC = List.of(
            "UserDataFunctions", "FabricSqlConnection", "FabricLakehouseClient", "FabricVariablesClient",
            "FabricBusinessEventsClient", "FabricItem", "UserDataFunctionContext", "UserThrownError", "StreamResponse");

    /** Members of objects, by what their name or type tells of them. */
    private static final Map<String, List<String>> MEMBERS = Map.of(
            "UserDataFunctions", List.of("function()", "connection(argName=\"\", alias=\"\")",
                    "generic_connection(argName=\"\", audienceType=\"\")", "context(argName=\"\")",
                    "streaming_function()"),
            "FabricSqlConnection", List.of("connect()"),
            "FabricLakehouseClient", List.of("connectToFiles()", "connectToFilesAsync()", "connectToSql()"),
            "FabricVariablesClient", List.of("getVariables()"),
            "FabricBusinessEventsClient", List.of("PublishEvent(type=\"\", event_data={})"),
            "FabricItem", List.of("alias_name", "endpoints", "get_access_token()"),
            "UserDataFunctionContext", List.of("invocation_id", "executing_user"),
            "logging", List.of("debug()", "info()", "warning()", "error()", "exception()", "critical()"),
            "json", List.of("dumps()", "loads()", "dump()", "load()"),
            "datetime", List.of("datetime", "date", "time", "timedelta", "timezone", "UTC"));

    private PythonNames() {}

    /** What an object of that class, or module, offers; empty when that is not known. */
    static List<String> members(String type) {
        return MEMBERS.getOrDefault(type, List.of());
    }

    /** What a name of {@code fabric.functions}, or a method of its classes, is for. */
    static Optional<String> documentation(String name) {
        return switch (name) {
            case "UserDataFunctions", "FabricSqlConnection", "FabricLakehouseClient", "FabricVariablesClient",
                    "FabricBusinessEventsClient", "FabricItem", "UserDataFunctionContext", "UserThrownError",
                    "StreamResponse", "connect", "connectToFiles", "connectToFilesAsync", "connectToSql", "getVariables",
                    "PublishEvent", "connection", "generic_connection", "context", "function", "executing_user",
                    "invocation_id" -> Optional.of(text("doc." + name));
            default -> Optional.empty();
        };
    }
}
