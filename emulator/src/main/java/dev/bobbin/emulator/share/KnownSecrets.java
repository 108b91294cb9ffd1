package dev.bobbin.emulator.share;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

    /** Of escapes within escapes. */
    private static final int MOST_LAYERS = 4;

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

    /** The spellings that are not found by taking escapes away. */
    private void spell(String value) {
        spellings.add(value);
        spellings.add(value.replace("'", "''"));
        spellings.add(value.replace("\r\n", "\n"));
        spellUnescaped(value);
        if (value.length() >= SHORTEST_PART) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            spellings.add(Base64.getEncoder().encodeToString(utf8));
            spellings.add(Base64.getUrlEncoder().withoutPadding().encodeToString(utf8));
        }
    }

    /** What looks like an escape within a secret is taken away with the others around it. */
    private void spellUnescaped(String value) {
        Unescaped layer = Unescaped.of(value).next();
        for (int depth = 1; depth <= MOST_LAYERS && layer.changed(); depth++) {
            if (layer.text().length() >= SHORTEST_PART) {
                spellings.add(layer.text());
            }
            layer = layer.next();
        }
    }

    /** The text without any of them. */
    String mask(String text) {
        if (values.isEmpty()) {
            return text;
        }
        String masked = Encoded.masked(without(text, secretPlaces(text)), this::holdsSecret);
        for (Spelling spelling : prepared()) {
            if (spelling.word() != null) {
                masked = spelling.word().matcher(masked).replaceAll(Matcher.quoteReplacement(MASKED));
            }
        }
        return masked;
    }

    /** Where secrets stand, also in a form of the web, which has a plus for each blank. */
    private boolean[] secretPlaces(String text) {
        boolean[] secret = new boolean[text.length()];
        markSecrets(text, secret);
        if (text.indexOf('+') >= 0 && values.stream().anyMatch(value -> value.indexOf(' ') >= 0)) {
            markSecrets(text.replace('+', ' '), secret);
        }
        return secret;
    }

    /** Looks below escapes, too, layer by layer: a log line may hold JSON that holds JSON that holds an address. */
    private void markSecrets(String text, boolean[] secret) {
        Unescaped layer = Unescaped.of(text);
        for (int depth = 0; depth <= MOST_LAYERS && (depth == 0 || layer.changed()); depth++) {
            String plain = layer.text();
            for (Spelling spelling : prepared()) {
                int length = spelling.text().length();
                for (int at = spelling.word() == null ? plain.indexOf(spelling.text()) : -1;
                        at >= 0;
                        at = plain.indexOf(spelling.text(), at + length)) {
                    Arrays.fill(secret, layer.origin(at), layer.origin(at + length), true);
                }
            }
            if (!Unescaped.mayHoldEscapes(plain)) {
                return;
            }
            layer = layer.next();
        }
    }

    private static String without(String text, boolean[] secret) {
        StringBuilder masked = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (!secret[i]) {
                masked.append(text.charAt(i));
            } else if (i == 0 || !secret[i - 1]) {
                masked.append(MASKED);
            }
        }
        return masked.toString();
    }

    /** Whether one stands in a text that was encoded, as it is or below escapes. */
    private boolean holdsSecret(String decoded) {
        boolean[] secret = new boolean[decoded.length()];
        markSecrets(decoded, secret);
        for (boolean place : secret) {
            if (place) {
                return true;
            }
        }
        return false;
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
