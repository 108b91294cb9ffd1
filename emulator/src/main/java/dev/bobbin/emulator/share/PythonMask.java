package dev.bobbin.emulator.share;

import static dev.bobbin.emulator.share.KnownSecrets.MASKED;

import dev.bobbin.emulator.signature.SourceLiterals;
import dev.bobbin.emulator.signature.SourceLiterals.Comment;
import dev.bobbin.emulator.signature.SourceLiterals.Number;
import dev.bobbin.emulator.signature.SourceLiterals.Piece;
import dev.bobbin.emulator.signature.SourceLiterals.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Masks secrets in Python code, within its texts, numbers and comments only: what was a program before stays one, line by
 * line. A text or number whose name says that it is a secret is one, whatever it looks like.
 */
final class PythonMask {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** Shorter numbers count something. */
    private static final int SHORTEST_NUMBER = 4;

    private record Edit(int end, String text) {}

    /** What follows a text that is a template, behind its quotation marks. */
    private static final Pattern FILLED_IN = Pattern.compile("[\"']{0,3}\\s*\\)?\\s*(%(?!=)|\\.format\\()");

    private static final Pattern PERCENT_PLACE =
            Pattern.compile("%(?:\\(\\w+\\))?[-#0 +]*(?:\\d+|\\*)?(?:\\.\\d+)?[a-zA-Z%]");
    private static final Pattern BRACE_PLACE = Pattern.compile("\\{[^{}]*\\}");

    /** A word and a place, such as {@code Bearer %s}: what is secret is filled in later. */
    private static final Pattern TEMPLATE =
            Pattern.compile("[A-Za-z-]{0,20}[ :=]{0,2}(?:" + PERCENT_PLACE + "|\\{[\\w.!:]*\\})");

    private final KnownSecrets known;
    private final TextMask texts;

    PythonMask(KnownSecrets known, TextMask texts) {
        this.known = known;
        this.texts = texts;
    }

    /** The code without secrets. Code that is not Python is taken for plain text as well. */
    String mask(String code) {
        if (code.startsWith(BYTE_ORDER_MARK)) {
            return BYTE_ORDER_MARK + mask(code.substring(1));
        }
        String source = code.replace("\r\n", "\n").replace('\r', '\n');
        SourceLiterals literals;
        try {
            literals = SourceLiterals.of(source);
        } catch (LinkageError e) {
            // Without the parser a secret less is worth more than code that runs.
            return texts.mask(code);
        }
        TreeMap<Integer, Edit> edits = new TreeMap<>();
        for (SourceLiterals.Part part : literals.parts()) {
            switch (part) {
                case Text text -> text(text, source, edits);
                case Number number -> number(number, source, edits);
                case Comment comment ->
                    edits.put(
                            comment.start(),
                            new Edit(comment.end(), texts.mask(source.substring(comment.start(), comment.end()))));
            }
        }
        String masked = edited(source, edits);
        masked = literals.complete() ? masked : texts.mask(masked);
        return code.contains("\r\n") ? masked.replace("\n", "\r\n") : masked;
    }

    private void text(Text text, String source, TreeMap<Integer, Edit> edits) {
        boolean secret = text.names().stream().anyMatch(SecretNames::isSecret)
                && !known.isEntry(text.value())
                && !TEMPLATE.matcher(text.value()).matches();
        if (secret && text.fixed()) {
            known.learn(text.value());
        }
        List<String> masked = secret ? secret(text, source) : harmless(text);
        for (int i = 0; i < masked.size(); i++) {
            Piece piece = text.pieces().get(i);
            if (!masked.get(i).equals(piece.value())) {
                edits.put(piece.start(), new Edit(piece.end(), written(masked.get(i), piece, source)));
                if (secret && text.fixed()) {
                    // A traceback shows the line as it is written.
                    known.learn(source.substring(piece.start(), piece.end()));
                }
            }
        }
    }

    /** A template keeps its places, without which it could not be filled in. */
    private static List<String> secret(Text text, String source) {
        int end = text.pieces().getLast().end();
        Matcher use = FILLED_IN.matcher(source).region(end, source.length());
        Pattern place = !use.lookingAt() ? null : use.group(1).equals("%") ? PERCENT_PLACE : BRACE_PLACE;
        return text.pieces().stream()
                .map(piece -> piece.value().isBlank() ? piece.value() : MASKED + places(place, piece.value()))
                .toList();
    }

    private static String places(@Nullable Pattern place, String template) {
        return place == null
                ? ""
                : place.matcher(template).results().map(MatchResult::group).collect(Collectors.joining());
    }

    /** What becomes of the pieces of a text that is no secret itself but may hold some. */
    private List<String> harmless(Text text) {
        List<Piece> pieces = text.pieces();
        List<String> masked =
                pieces.stream().map(piece -> texts.maskTemplate(piece.value())).toList();
        if (!text.fixed() || pieces.size() < 2) {
            return masked;
        }
        String whole = texts.maskTemplate(text.value());
        if (whole.equals(String.join("", masked))) {
            return masked;
        }
        // A secret begins in one piece and ends in another: all goes into one that can hold any text.
        boolean raw = pieces.getFirst().prefix().contains("r");
        List<String> gathered = new ArrayList<>(Collections.nCopies(pieces.size(), ""));
        gathered.set(0, raw ? MASKED : whole);
        return gathered;
    }

    private void number(Number number, String source, TreeMap<Integer, Edit> edits) {
        String digits = source.substring(number.start(), number.end());
        if (digits.length() < SHORTEST_NUMBER) {
            return;
        }
        if (number.names().stream().anyMatch(SecretNames::isSecretNumber)) {
            known.learn(digits);
        }
        if (known.contains(digits)) {
            edits.put(number.start(), new Edit(number.end(), "0"));
        }
    }

    /** The value as it stands between the quotes of a piece, on as many lines as before. */
    private static String written(String value, Piece piece, String source) {
        String before = source.substring(piece.start(), piece.end());
        boolean lines = piece.quote().length() == 3;
        boolean raw = piece.prefix().contains("r");
        StringBuilder text = new StringBuilder();
        if (raw) {
            // What is masked in a raw text is masked as it is written, and needs no signs of its own.
            text.append(value);
        } else {
            char quote = piece.quote().charAt(0);
            for (int i = 0; i < value.length(); i++) {
                append(value.charAt(i), quote, lines, text);
            }
        }
        String written = piece.prefix().contains("f")
                ? text.toString().replace("{", "{{").replace("}", "}}")
                : text.toString();
        long missing = count(before) - count(written);
        return raw || missing <= 0 ? written : "\\\n".repeat((int) missing) + written;
    }

    private static void append(char c, char quote, boolean lines, StringBuilder text) {
        switch (c) {
            case '\\' -> text.append("\\\\");
            case '\n' -> text.append(lines ? "\n" : "\\n");
            case '\r' -> text.append("\\r");
            case '\t' -> text.append("\\t");
            default -> {
                if (c == quote) {
                    text.append('\\').append(c);
                } else if (c < ' ') {
                    text.append(String.format("\\x%02x", (int) c));
                } else {
                    text.append(c);
                }
            }
        }
    }

    private static long count(String text) {
        return text.chars().filter(c -> c == '\n').count();
    }

    private static String edited(String source, TreeMap<Integer, Edit> edits) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (var edit : edits.entrySet()) {
            text.append(source, from, edit.getKey()).append(edit.getValue().text());
            from = edit.getValue().end();
        }
        return text.append(source, from, source.length()).toString();
    }
}
