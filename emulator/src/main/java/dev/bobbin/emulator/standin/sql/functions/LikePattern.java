package dev.bobbin.emulator.standin.sql.functions;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** A pattern of LIKE and PATINDEX: {@code %}, {@code _}, {@code [abc]}, {@code [^a-z]} (reference, "LIKE"). */
final class LikePattern {

    private static final int REMEMBERED = 500;

    private record Key(String pattern, String escape, boolean ignoreCase) {}

    private static final Map<Key, LikePattern> CACHE = new ConcurrentHashMap<>();

    private final Pattern pattern;

    private LikePattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static LikePattern of(String pattern, String escape, boolean ignoreCase) {
        Key key = new Key(pattern, escape, ignoreCase);
        LikePattern known = CACHE.get(key);
        if (known != null) {
            return known;
        }
        int flags = Pattern.DOTALL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
        LikePattern made = new LikePattern(Pattern.compile(translate(pattern, escape), flags));
        if (CACHE.size() > REMEMBERED) {
            CACHE.clear();
        }
        CACHE.put(key, made);
        return made;
    }

    private static String translate(String like, String escape) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < like.length(); i++) {
            char c = like.charAt(i);
            if (!escape.isEmpty() && c == escape.charAt(0) && i + 1 < like.length()) {
                regex.append(Pattern.quote(like.substring(++i, i + 1)));
            } else if (c == '%') {
                regex.append(".*");
            } else if (c == '_') {
                regex.append('.');
            } else if (c == '[' && like.indexOf(']', i + 1) > 0) {
                int close = like.indexOf(']', like.startsWith("[]", i) || like.startsWith("[^]", i) ? i + 3 : i + 1);
                close = close < 0 ? like.indexOf(']', i + 1) : close;
                regex.append(set(like.substring(i + 1, close)));
                i = close;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return regex.toString();
    }

    private static String set(String content) {
        if (content.isEmpty()) {
            return "(?!)";
        }
        boolean negated = content.startsWith("^") && content.length() > 1;
        String members = negated ? content.substring(1) : content;
        StringBuilder regex = new StringBuilder(negated ? "[^" : "[");
        for (int i = 0; i < members.length(); i++) {
            char c = members.charAt(i);
            boolean range = c == '-' && i > 0 && i < members.length() - 1;
            regex.append(range || Character.isLetterOrDigit(c) ? String.valueOf(c) : "\\" + c);
        }
        return regex.append(']').toString();
    }

    /** Blanks at the end of the text do not count when the pattern has none. */
    boolean matches(String text) {
        return pattern.matcher(text).matches()
                || text.endsWith(" ") && pattern.matcher(text.stripTrailing()).matches();
    }

    /** The place of the first match of what stands between the outer percent signs, from 1; 0 when there is none. */
    static int indexOf(String pattern, String text, boolean ignoreCase) {
        boolean open = pattern.startsWith("%");
        String rest = open ? pattern.substring(1) : pattern;
        boolean openEnd = rest.endsWith("%");
        String core = openEnd ? rest.substring(0, rest.length() - 1) : rest;
        Pattern inner = of(core, "", ignoreCase).pattern;
        var matcher = inner.matcher(text);
        int from = 0;
        while (from <= text.length() && matcher.find(from)) {
            boolean startFits = open || matcher.start() == 0;
            if (startFits && (openEnd || matcher.end() == text.length())) {
                return matcher.start() + 1;
            }
            from = matcher.start() + 1;
        }
        return 0;
    }
}
