package dev.bobbin.emulator.share;

import static dev.bobbin.emulator.share.KnownSecrets.MASKED;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks secrets in plain texts: the known ones, and what its name or form gives away. What is found by its name becomes
 * known.
 */
final class TextMask {

    /**
     * Name, sign and value of an assignment in code, JSON, a connection string or a header. Quotes may be escaped, as they
     * are where one text stands within another. The value is in one of the groups {@code block}, {@code quoted}, {@code
     * pair} (up to a semicolon) and {@code bare}.
     */
    private static final Pattern NAMED = Pattern.compile("(?is)("
            + SecretNames.WORDS + SecretNames.ENDING
            + "\\\\*[\"']?\\]?(?:\\s*:\\s*\\w[\\w.\\[\\]| ]{0,60}(?==))?\\s*(?:=>|[:=])\\s*(?:[a-z]{1,2}(?=\\\\*[\"']))?)"
            + "(?:(\"\"\"|''')(?<block>.{0,8192}?)\\2"
            + "|(\\\\*[\"'])(?<quoted>.{0,8192}?)(?<!\\\\)\\4"
            + "|(?<==)(?<pair>\\{[^}\\n]{1,512}\\}|[^;\"'\\s{}\\\\][^;\"'\\n\\\\]{0,512})(?=;)"
            + "|(?<bare>(?:[^\\s,;&\"'\\\\{}\\[\\]()<>]|\\\\(?![nrtu\"'\\\\]))++)(?![(\\[]))");

    private static final Pattern HARMLESS = Pattern.compile("(?i)none|null|true|false|str|[\\d.]{1,3}|\\?|\\*+");

    /** What Python's formatting fills in. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("%(?:\\(\\w+\\))?[-#0 +]*\\d*(?:\\.\\d+)?[sdrifgexXcau]|\\{[\\w.\\[\\]!:,<>^ -]*\\}");

    private static final Pattern SQL = Pattern.compile(
            "(?is)\\s*(?:select\\b.*\\bfrom\\b|insert\\s+into\\b|update\\b.*\\bset\\b|delete\\b.*\\bfrom\\b|merge\\b.*\\busing\\b"
                    + "|with\\b.*\\bas\\b|create\\s|alter\\s|exec(?:ute)?\\s|declare\\s+@|if\\b.*\\b(?:select|exists|object_id)\\b).*");

    /** What stands for a value in SQL: a parameter or another column. */
    private static final Pattern SQL_NAME = Pattern.compile("[@:]\\w+|\\[?[A-Za-z_]+(?:\\.[A-Za-z_]+)*\\]?");

    private static final Pattern AUTHORIZATION =
            Pattern.compile("(?i)\\b((?:bearer|basic)\\s+)([A-Za-z0-9._~+/=-]{8,})");

    /** A JSON web token, wherever it stands. */
    private static final Pattern WEB_TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*");

    private static final Pattern SIGNATURE = Pattern.compile("(?i)([?&]sig=)([^&\\s\"']+)");

    /** Name and password before the host of an address. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]{1,30}://[^\\s:/@\"']{0,128}:)([^\\s@/\"']{1,512})(?=@)");

    private static final Pattern PRIVATE_KEY = Pattern.compile(
            "-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.{1,20000}?-----END [A-Z ]{0,40}PRIVATE KEY-----", Pattern.DOTALL);

    private static final int SQL_LOOKED_AT = 2_000;

    private final KnownSecrets known;

    TextMask(KnownSecrets known) {
        this.known = known;
    }

    /** A text for people or machines to read. */
    String mask(String text) {
        return mask(text, false);
    }

    /** A text of a program, which may have places for values in it: those stay. */
    String maskTemplate(String text) {
        return mask(text, true);
    }

    private String mask(String text, boolean template) {
        String masked = known.mask(text);
        // Most of what is looked through is data: a pattern is tried only where what it needs occurs at all.
        String lower = masked.toLowerCase(Locale.ROOT);
        if (lower.contains("private key-----")) {
            masked = PRIVATE_KEY.matcher(masked).replaceAll(key -> {
                known.learn(key.group());
                return MASKED;
            });
        }
        if (SecretNames.STEMS.stream().anyMatch(lower::contains)) {
            boolean sql = SQL.matcher(masked.substring(0, Math.min(masked.length(), SQL_LOOKED_AT)))
                    .matches();
            masked = NAMED.matcher(masked).replaceAll(found -> Matcher.quoteReplacement(named(found, template, sql)));
        }
        if (lower.contains("bearer") || lower.contains("basic")) {
            masked = grouped(AUTHORIZATION, masked, template);
        }
        if (lower.contains("sig=")) {
            masked = grouped(SIGNATURE, masked, template);
        }
        if (lower.contains("://")) {
            masked = grouped(ADDRESS, masked, template);
        }
        return lower.contains("eyj") ? WEB_TOKEN.matcher(masked).replaceAll(MASKED) : masked;
    }

    /** Masks the second group of a pattern. */
    private String grouped(Pattern pattern, String text, boolean template) {
        return pattern.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1) + value(found.group(2), template)));
    }

    private String named(MatchResult found, boolean template, boolean sql) {
        String start = found.group(1);
        if (found.group("block") != null) {
            return start + found.group(2) + value(found.group("block"), template) + found.group(2);
        }
        if (found.group("quoted") != null) {
            return start + found.group(4) + value(found.group("quoted"), template) + found.group(4);
        }
        if (found.group("pair") != null) {
            return start + value(found.group("pair"), template);
        }
        String bare = found.group("bare");
        boolean column = sql && SQL_NAME.matcher(bare).matches();
        return start + (column ? bare : value(bare, template));
    }

    private String value(String value, boolean template) {
        if (value.isEmpty() || HARMLESS.matcher(value).matches()) {
            return value;
        }
        Matcher places = PLACEHOLDER.matcher(value);
        if (!template || !places.find()) {
            learn(value);
            return MASKED;
        }
        StringBuilder masked = new StringBuilder();
        int from = 0;
        do {
            masked.append(value.substring(from, places.start()).isBlank() ? "" : MASKED)
                    .append(places.group());
            from = places.end();
        } while (places.find());
        return masked.append(value.substring(from).isBlank() ? "" : MASKED).toString();
    }

    /** A word of letters only may be any word of the language: {@code Password: required}. */
    private void learn(String value) {
        if (!value.chars().allMatch(Character::isLetter)) {
            known.learn(value);
        }
    }
}
