package dev.bobbin.app.code;

import java.util.List;
import java.util.Set;

/** Functions and classes every script of Python has, as far as functions of an analyst need them. Source: Python's module {@code builtins}. */
public final class PythonBuiltins {

    /** All of them, sorted without regard to case. */
    public static final List<String> ALL = List.of(
            "abs",
            "all",
            "any",
            "bool",
            "bytes",
            "callable",
            "chr",
            "dict",
            "dir",
            "divmod",
            "enumerate",
            "Exception",
            "filter",
            "float",
            "format",
            "frozenset",
            "getattr",
            "hasattr",
            "hash",
            "hex",
            "id",
            "int",
            "isinstance",
            "issubclass",
            "iter",
            "KeyError",
            "len",
            "list",
            "map",
            "max",
            "min",
            "next",
            "object",
            "open",
            "ord",
            "pow",
            "print",
            "range",
            "repr",
            "reversed",
            "round",
            "RuntimeError",
            "set",
            "setattr",
            "slice",
            "sorted",
            "str",
            "sum",
            "super",
            "tuple",
            "type",
            "TypeError",
            "ValueError",
            "vars",
            "zip");

    private static final Set<String> NAMES = Set.copyOf(ALL);

    private PythonBuiltins() {}

    /** Whether a name is one of them. */
    static boolean contains(String name) {
        return NAMES.contains(name);
    }
}
