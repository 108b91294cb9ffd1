package dev.bobbin.emulator.standin.documents.query;

/**
 * A piece of a query's text.
 *
 * @param text as written; of a quoted text its content
 */
record Token(Kind kind, String text, int start, int end) {

    enum Kind {
        NAME,
        STRING,
        NUMBER,
        PARAMETER,
        SYMBOL,
        END
    }

    /** True for this keyword, whatever its case. */
    boolean isWord(String keyword) {
        return kind == Kind.NAME && text.equalsIgnoreCase(keyword);
    }

    boolean isSymbol(String symbol) {
        return kind == Kind.SYMBOL && text.equals(symbol);
    }
}
