package dev.bobbin.emulator.share;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

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
    private static final int SHORTEST_PART = Spellings.SHORTEST;

    /** Shorter lines of a secret may stand in any text. */
    private static final int SHORTEST_LINE = 6;

    /** A flood of logs with a new secret in each line must not fill the memory. */
    private static final int MOST_LEARNED = 50_000;

    /** Of escapes within escapes. */
    private static final int MOST_LAYERS = 4;

    /** Where as many characters as {@link #SHORTEST} stand alone. */
    private static final Pattern WORD = Pattern.compile("(?Us)(?<!\\w)(?=(.{" + SHORTEST + "})(?!\\w))");

    private final Set<String> values = new HashSet<>();
    private final Spellings spellings = new Spellings();
    private final Set<String> words = new HashSet<>();
    private final Set<String> names;
    private final Set<String> entries = new HashSet<>();
    private int learned;
    private boolean blanks;

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

    /** Adds a value that gave itself away by its name or form: of those no more than so many. */
    void learn(String value) {
        if (learned < MOST_LEARNED && add(value)) {
            learned++;
        }
    }

    /** Adds a value, unless it is too short or only a name. @return whether it is a new one */
    boolean add(String value) {
        String secret = value.strip();
        if (secret.length() < SHORTEST
                || secret.chars().allMatch(c -> c == '*')
                || names.contains(secret)
                || entries.contains(secret)
                || SecretNames.isWord(secret)
                || !values.add(value)) {
            return false;
        }
        blanks |= value.indexOf(' ') >= 0;
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
        return true;
    }

    /** Whether this is all of a known secret. */
    boolean contains(String text) {
        return values.contains(text);
    }

    /** The spellings that are not found by taking escapes away. */
    private void spell(String value) {
        lookFor(value);
        lookFor(value.replace("'", "''"));
        lookFor(value.replace("\r\n", "\n"));
        spellUnescaped(value);
        if (value.length() >= SHORTEST_PART) {
            byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
            lookFor(Base64.getEncoder().encodeToString(utf8));
            lookFor(Base64.getUrlEncoder().withoutPadding().encodeToString(utf8));
        }
    }

    /** What looks like an escape within a secret is taken away with the others around it. */
    private void spellUnescaped(String value) {
        Unescaped layer = Unescaped.of(value).next();
        for (int depth = 1; depth <= MOST_LAYERS && layer.changed(); depth++) {
            if (layer.text().length() >= SHORTEST_PART) {
                lookFor(layer.text());
            }
            layer = layer.next();
        }
    }

    private void lookFor(String text) {
        if (text.length() >= SHORTEST_PART) {
            spellings.add(text);
        } else {
            words.add(text);
        }
    }

    /** The text without any of them. */
    String mask(String text) {
        if (values.isEmpty()) {
            return text;
        }
        String masked = Encoded.masked(without(text, secretPlaces(text)), this::holdsSecret);
        return words.isEmpty() ? masked : without(masked, secretWords(masked));
    }

    private boolean[] secretWords(String text) {
        boolean[] secret = new boolean[text.length()];
        WORD.matcher(text)
                .results()
                .filter(word -> words.contains(word.group(1)))
                .forEach(word -> Arrays.fill(secret, word.start(1), word.end(1), true));
        return secret;
    }

    /** Where secrets stand, also in a form of the web, which has a plus for each blank. */
    private boolean[] secretPlaces(String text) {
        boolean[] secret = new boolean[text.length()];
        markSecrets(text, secret);
        if (blanks && text.indexOf('+') >= 0) {
            markSecrets(text.replace('+', ' '), secret);
        }
        return secret;
    }

    /** Looks below escapes, too, layer by layer: a log line may hold JSON that holds JSON that holds an address. */
    private void markSecrets(String text, boolean[] secret) {
        Unescaped layer = Unescaped.of(text);
        for (int depth = 0; depth <= MOST_LAYERS && (depth == 0 || layer.changed()); depth++) {
            String plain = layer.text();
            Unescaped origin = layer;
            spellings.find(plain, (start, end) -> Arrays.fill(secret, origin.origin(start), origin.origin(end), true));
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
}
