package dev.bobbin.app.code;

import java.util.List;
import java.util.Set;

/** Words of the language Python, for all that colour, format or suggest. Source: Python's {@code keyword.kwlist} and built-in functions. */
public final class PythonWords {

    /** Words that can be nothing but keywords. */
    public static final List<String> KEYWORDS = List.of(
            "False",
            "None",
            "True",
            "and",
            "as",
            "assert",
            "async",
            "await",
            "break",
            "class",
            "continue",
            "def",
            "del",
            "elif",
            "else",
            "except",
            "finally",
            "for",
            "from",
            "global",
            "if",
            "import",
            "in",
            "is",
            "lambda",
            "nonlocal",
            "not",
            "or",
            "pass",
            "raise",
            "return",
            "try",
            "while",
            "with",
            "yield");

    /** Keywords that are values: after them an operator has two sides. */
    public static final Set<String> VALUES = Set.of("False", "None", "True");

    /** Words that are keywords in some places and names in others. */
    public static final List<String> SOFT_KEYWORDS = List.of("case", "match", "type");

    /** Functions and classes every script has, as far as functions of an analyst need them. */
    public static final List<String> BUILTINS = List.of(
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

    private PythonWords() {}
}
