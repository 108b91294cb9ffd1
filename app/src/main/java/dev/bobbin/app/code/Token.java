package dev.bobbin.app.code;

import java.util.Locale;

/** A part of a text that has a colour. @param end offset after its last character */
public record Token(Kind kind, int start, int end) {

    /** What it is. */
    public enum Kind {
        KEYWORD,
        STRING,
        NUMBER,
        COMMENT,
        DECORATOR,
        NAME,
        BUILTIN;

        /** Its style class. */
        public String styleClass() {
            return "code-" + name().toLowerCase(Locale.ROOT);
        }
    }
}
