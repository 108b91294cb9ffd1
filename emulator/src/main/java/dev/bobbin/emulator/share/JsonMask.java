package dev.bobbin.emulator.share;

import static dev.bobbin.emulator.share.KnownSecrets.MASKED;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Masks secrets in JSON texts, in its texts and numbers only and in place: everything else stays as it was written, so
 * that a request asks for the same. A secret text becomes {@code "***"}, a secret number 0. A value whose key says that it
 * is a secret is one, with all that is in it; so is the {@code value} beside such a {@code name}.
 */
final class JsonMask {

    /** Keys are names in the code that reads them: only what is surely none is masked. */
    private static final int SHORTEST_KEY = 8;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final KnownSecrets known;
    private final TextMask texts;

    JsonMask(KnownSecrets known, TextMask texts) {
        this.known = known;
        this.texts = texts;
    }

    /** An object or a list on the way to a value. */
    private static final class Level {
        private final boolean secret;
        private String key = "";
        private String name = "";

        Level(boolean secret) {
            this.secret = secret;
        }

        boolean isSecret() {
            return secret || SecretNames.isSecret(key) || (key.equals("value") && SecretNames.isSecret(name));
        }

        boolean isSecretNumber() {
            return secret
                    || SecretNames.isSecretNumber(key)
                    || (key.equals("value") && SecretNames.isSecretNumber(name));
        }
    }

    /** The text without secrets; what is no JSON is taken for plain text. */
    String mask(String json) {
        try (JsonParser parser = JSON.createParser(json)) {
            return masked(json, parser);
        } catch (JsonProcessingException e) {
            return texts.mask(json);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory failed.", e);
        }
    }

    private String masked(String json, JsonParser parser) throws IOException {
        StringBuilder text = new StringBuilder(json.length());
        int copied = 0;
        Deque<Level> levels = new ArrayDeque<>();
        levels.push(new Level(false));
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            Level level = levels.element();
            int start = (int) parser.currentTokenLocation().getCharOffset();
            switch (token) {
                case START_OBJECT, START_ARRAY -> levels.push(new Level(level.isSecret()));
                case END_OBJECT, END_ARRAY -> levels.pop();
                case FIELD_NAME -> {
                    level.key = parser.currentName();
                    String masked = known.mask(level.key);
                    if (level.key.length() >= SHORTEST_KEY && !masked.equals(level.key)) {
                        text.append(json, copied, start).append(quoted(masked));
                        copied = endOfText(json, start);
                    }
                }
                case VALUE_STRING -> {
                    String value = parser.getText();
                    String masked = text(value, level);
                    if (!masked.equals(value)) {
                        text.append(json, copied, start).append(quoted(masked));
                        copied = endOfText(json, start);
                    }
                    level.name = level.key.equals("name") ? value : level.name;
                }
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> {
                    String digits = parser.getText();
                    if (level.isSecretNumber()) {
                        known.learn(digits);
                    }
                    if (level.isSecretNumber() || known.contains(digits)) {
                        text.append(json, copied, start).append('0');
                        copied = start + digits.length();
                    }
                }
                default -> {}
            }
        }
        return text.append(json, copied, json.length()).toString();
    }

    private String text(String value, Level level) {
        if (level.isSecret() && !known.isEntry(value)) {
            known.learn(value);
            return value.isEmpty() ? value : MASKED;
        }
        String start = value.stripLeading();
        return start.startsWith("{") || start.startsWith("[") ? mask(value) : texts.mask(value);
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static int endOfText(String json, int start) {
        int i = start + 1;
        while (json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }
}
