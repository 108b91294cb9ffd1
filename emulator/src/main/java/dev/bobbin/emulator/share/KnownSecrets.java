package dev.bobbin.emulator.share;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that are known to be secrets. They are masked wherever they stand, in every spelling that programs give them: as
 * they are, line by line, within JSON, Python and SQL texts, in addresses and in Base64.
 */
final class KnownSecrets {

    /** What stands in place of a secret. */
    static final String MASKED = "***";

    /** Shorter ones would mask half of every text. Where their name tells of them they are masked all the same. */
    private static final int SHORTEST = 3;

    /** Shorter ones are masked as whole words only. */
    private static final int SHORTEST_PART = 4;

    /** Shorter lines of a secret may stand in any text. */
    private static final int SHORTEST_LINE = 6;

    /** A flood of logs with a new secret in each line must not make masking endless. */
    private static final int MOST = 2_000;

    private static final Comparator<String> LONGEST_FIRST =
            Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder());

    private record Spelling(String text, @Nullable Pattern word) {}

    private final Set<String> values = new HashSet<>();
    private final TreeSet<String> spellings = new TreeSet<>(LONGEST_FIRST);
    private final Set<String> names;
    private final Set<String> entries = new HashSet<>();
    private @Nullable List<Spelling> prepared;

    /** @param names texts that the code is made of, which masking everywhere would break */
    KnownSecrets(Set<String> names) {
        this.names = Set.copyOf(names);
    }

    /** Adds the name of a vault's entry: {@code secret = "login"} says which secret to ask for, not what it is. */
    void addEntry(String name) {
        entries.add(name);
    }

    /** Whether a text is the name of a vault's entry. */
    boolean isEntry(String text) {
        return entries.contains(text);
    }

    /** Adds a value, unless it is too short or only a name. */
    void add(String value) {
        String secret = value.strip();
        if (secret.length() < SHORTEST
                || secret.chars().allMatch(c -> c == '*')
                || names.contains(secret)
                || entries.contains(secret)
                || SecretNames.isWord(secret)
                || values.size() >= MOST
                || !values.add(value)) {
            return;
        }
        spell(value);
        if (!secret.equals(value)) {
            spell(secret);
        }
        if (secret.indexOf('\n') >= 0) {
            secret.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE)
                    .forEach(this::spell);
        }
        prepared = null;
    }

    /** Whether this is all of a known secret. */
    boolean contains(String text) {
        return values.contains(text);
    }

    private void spell(String value) {
        spellings.add(value);
        String json = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(value));
        spellings.add(json);
        spellings.add(ascii(json));
        String python = value.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        spellings.add(python);
        spellings.add(python.replace("'", "\\'"));
        spellings.add(ascii(python));
        spellings.add(value.replace("'", "''"));
        spellings.add(value.replace("\r\n", "\n"));
        String address = URLEncoder.encode(value, StandardCharsets.UTF_8);
        spellings.add(address);
        spellings.add(address.replace("+", "%20"));
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        spellings.add(bytes(utf8));
        if (value.length() >= SHORTEST_PART) {
            spellings.add(Base64.getEncoder().encodeToString(utf8));
            spellings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(utf8));
        }
    }

    /** As JSON that must be ASCII has it, which is what Python writes. */
    private static String ascii(String text) {
        StringBuilder ascii = new StringBuilder();
        text.chars().forEach(c -> {
            if (c < 0x7f) {
                ascii.append((char) c);
            } else {
                ascii.append(String.format("\\u%04x", c));
            }
        });
        return ascii.toString();
    }

    /** As Python shows bytes. */
    private static String bytes(byte[] utf8) {
        StringBuilder text = new StringBuilder();
        for (byte b : utf8) {
            switch (b) {
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(b >= ' ' && b < 0x7f ? String.valueOf((char) b) : String.format("\\x%02x", b));
            }
        }
        return text.toString();
    }

    /** The text without any of them. */
    String mask(String text) {
        String masked = text;
        for (Spelling spelling : prepared()) {
            if (masked.contains(spelling.text())) {
                masked = spelling.word() == null
                        ? masked.replace(spelling.text(), MASKED)
                        : spelling.word().matcher(masked).replaceAll(Matcher.quoteReplacement(MASKED));
            }
        }
        return masked;
    }

    private List<Spelling> prepared() {
        List<Spelling> all = prepared;
        if (all == null) {
            all = spellings.stream()
                    .map(text -> new Spelling(text, text.length() < SHORTEST_PART ? word(text) : null))
                    .toList();
            prepared = all;
        }
        return all;
    }

    private static Pattern word(String text) {
        return Pattern.compile("(?U)(?<!\\w)" + Pattern.quote(text) + "(?!\\w)");
    }
}
