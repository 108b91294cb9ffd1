package dev.bobbin.emulator.share;

import java.util.regex.Pattern;

/**
 * Masks secrets in Python code so that it stays the same code: only inside of texts and comments. Works on code with
 * mistakes, too: a text that does not end goes to the end of its line, or of the code.
 */
final class CodeMask {

    /** What stands before a text whose whole content is a secret: a variable, key or keyword argument with such a name. */
    private static final Pattern NAMED_BEFORE = Pattern.compile("(?is).*?\\b[\\w-]*" + SecretMask.NAMES
            + "\\w*[\"']?\\s*\\]?\\s*(?::[^=\\n\"']*)?[=:]\\s*(?:\\w+\\s*)?[\\[(]?\\s*");

    private static final String PREFIXES = "rRbBuUfF";

    /** Before a text no more is looked at than a statement may hold. */
    private static final int LOOK_BACK = 200;

    private final SecretMask mask;
    private final String code;
    private final StringBuilder masked = new StringBuilder();

    private CodeMask(SecretMask mask, String code) {
        this.mask = mask;
        this.code = code;
    }

    /** The code with its secrets masked. */
    static String mask(SecretMask mask, String code) {
        CodeMask work = new CodeMask(mask, code);
        work.run();
        return work.masked.toString();
    }

    private void run() {
        int at = 0;
        while (at < code.length()) {
            char c = code.charAt(at);
            if (c == '#') {
                int end = endOfLine(at);
                masked.append(mask.mask(code.substring(at, end)));
                at = end;
            } else if (c == '"' || c == '\'') {
                at = text(at);
            } else {
                masked.append(c);
                at++;
            }
        }
    }

    /** @return where the text ends that begins here */
    private int text(int start) {
        char quote = code.charAt(start);
        String three = String.valueOf(quote).repeat(3);
        String quotes = code.startsWith(three, start) ? three : String.valueOf(quote);
        int from = start + quotes.length();
        int end = endOfText(from, quotes);
        String content = code.substring(from, end);
        boolean closed = code.startsWith(quotes, end);
        masked.append(quotes)
                .append(isNamed(start) && !content.isEmpty() ? SecretMask.MASKED : mask.mask(content))
                .append(closed ? quotes : "");
        return end + (closed ? quotes.length() : 0);
    }

    private int endOfText(int from, String quotes) {
        int at = from;
        while (at < code.length() && !code.startsWith(quotes, at)) {
            if (quotes.length() == 1 && code.charAt(at) == '\n') {
                return at;
            }
            at += code.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, code.length());
    }

    private boolean isNamed(int start) {
        int end = start;
        while (end > 0 && PREFIXES.indexOf(code.charAt(end - 1)) >= 0) {
            end--;
        }
        int line = code.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
        String before = code.substring(Math.max(line, end - LOOK_BACK), end);
        return NAMED_BEFORE.matcher(before).matches();
    }

    private int endOfLine(int at) {
        int end = code.indexOf('\n', at);
        return end < 0 ? code.length() : end;
    }
}
