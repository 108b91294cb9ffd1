package dev.bobbin.emulator.signature;

import java.util.List;
import java.util.Set;

/** The keywords of Python. Source: The Python Language Reference, 2.3.1 and 2.3.2. */
public final class PythonKeywords {

    /** Words that can be nothing but keywords, as {@code keyword.kwlist} sorts them. */
    public static final List<String> ALWAYS = List.of(
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

    /** Words that are keywords in some places and names in others. */
    public static final List<String> SOMETIMES = List.of("case", "match", "type");

    private static final Set<String> RESERVED = Set.copyOf(ALWAYS);
    private static final Set<String> VALUES = Set.of("False", "None", "True");

    private PythonKeywords() {}

    /** Whether a word can be nothing but a keyword, and therefore never a name. */
    public static boolean isReserved(String word) {
        return RESERVED.contains(word);
    }

    /** Whether a word is a keyword that is a value: after it an operator has two sides. */
    public static boolean isValue(String word) {
        return VALUES.contains(word);
    }
}
