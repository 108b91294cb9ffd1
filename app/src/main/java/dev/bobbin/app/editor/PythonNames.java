package dev.bobbin.app.editor;

import dev.bobbin.app.l10n.Messages;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names to offer while Python is typed: of the language, its library, and {@code fabric.functions}. */
final class PythonNames {

    private static final String DOCUMENTATION = "doc.";

    /** Modules of the standard library that functions use; those for terminals, servers and the like are left out. */
    static final List<String> MODULES = List.of(
            "abc",
            "argparse",
            "array",
            "ast",
            "asyncio",
            "base64",
            "bisect",
            "calendar",
            "cmath",
            "collections",
            "concurrent",
            "contextlib",
            "copy",
            "csv",
            "dataclasses",
            "datetime",
            "decimal",
            "difflib",
            "email",
            "enum",
            "fractions",
            "functools",
            "glob",
            "gzip",
            "hashlib",
            "heapq",
            "hmac",
            "html",
            "http",
            "inspect",
            "io",
            "itertools",
            "json",
            "locale",
            "logging",
            "math",
            "mimetypes",
            "numbers",
            "operator",
            "os",
            "pathlib",
            "pickle",
            "pprint",
            "queue",
            "random",
            "re",
            "secrets",
            "shutil",
            "sqlite3",
            "ssl",
            "statistics",
            "string",
            "struct",
            "sys",
            "tempfile",
            "textwrap",
            "threading",
            "time",
            "traceback",
            "types",
            "typing",
            "unicodedata",
            "urllib",
            "uuid",
            "warnings",
            "weakref",
            "xml",
            "zipfile",
            "zlib",
            "zoneinfo");

    /** Public names of {@code fabric.functions}. Source: contract of the service, "Public names". */
    static final List<String> FABRIC = List.of(
            "UserDataFunctions",
            "FabricSqlConnection",
            "FabricLakehouseClient",
            "FabricVariablesClient",
            "FabricBusinessEventsClient",
            "FabricItem",
            "UserDataFunctionContext",
            "UserThrownError",
            "StreamResponse");

    /** Members of our own objects, by their class. */
    private static final Map<String, List<String>> MEMBERS = Map.ofEntries(
            Map.entry("fabric.functions", FABRIC),
            Map.entry(
                    "UserDataFunctions",
                    List.of(
                            "function()",
                            "connection(argName=\"\", alias=\"\")",
                            "generic_connection(argName=\"\", audienceType=\"\")",
                            "context(argName=\"\")",
                            "streaming_function()")),
            Map.entry("FabricSqlConnection", List.of("connect()")),
            Map.entry("FabricLakehouseClient", List.of("connectToFiles()", "connectToFilesAsync()", "connectToSql()")),
            Map.entry("FabricVariablesClient", List.of("getVariables()")),
            Map.entry("FabricBusinessEventsClient", List.of("PublishEvent(type=\"\", event_data={})")),
            Map.entry("FabricItem", List.of("alias_name", "endpoints", "get_access_token()")),
            Map.entry("UserDataFunctionContext", List.of("invocation_id", "executing_user")),
            Map.entry(
                    "Connection",
                    List.of("cursor()", "execute()", "commit()", "rollback()", "close()", "autocommit", "timeout")),
            Map.entry(
                    "Cursor",
                    List.of(
                            "execute()",
                            "executemany()",
                            "fetchall()",
                            "fetchone()",
                            "fetchval()",
                            "fetchmany()",
                            "description",
                            "rowcount",
                            "nextset()",
                            "commit()",
                            "rollback()",
                            "close()")),
            Map.entry(
                    "FileSystemClient",
                    List.of(
                            "get_file_client()",
                            "get_directory_client()",
                            "get_paths()",
                            "create_directory()",
                            "create_file()",
                            "delete_file()",
                            "delete_directory()",
                            "close()")),
            Map.entry(
                    "FileClient",
                    List.of(
                            "download_file()",
                            "upload_data()",
                            "append_data()",
                            "flush_data()",
                            "create_file()",
                            "delete_file()",
                            "rename_file()",
                            "exists()",
                            "get_file_properties()",
                            "close()")));

    private PythonNames() {}

    /** What an object of that class, or module, offers; empty when that is not known. */
    static List<String> members(String type) {
        return MEMBERS.getOrDefault(type, List.of());
    }

    /** What a name of {@code fabric.functions} is for. */
    static Optional<String> documentation(String name) {
        return FABRIC.contains(name) ? Messages.optional(DOCUMENTATION + name) : Optional.empty();
    }

    /** What a member of our own objects is for, whichever of them it belongs to. */
    static Optional<String> memberDocumentation(String name) {
        return MEMBERS.values().stream()
                        .flatMap(List::stream)
                        .anyMatch(member -> bare(member).equals(name))
                ? Messages.optional(DOCUMENTATION + name)
                : Optional.empty();
    }

    /** Whether objects of that class, or a module, are known to offer something else only. */
    static boolean lacks(String type, String name) {
        List<String> known = members(type);
        return !known.isEmpty()
                && known.stream().noneMatch(member -> bare(member).equals(name));
    }

    private static String bare(String member) {
        int bracket = member.indexOf('(');
        return bracket < 0 ? member : member.substring(0, bracket);
    }
}
