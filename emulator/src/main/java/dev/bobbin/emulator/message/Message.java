package dev.bobbin.emulator.message;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Something to say to people, in whatever language they read: which text it is, and what stands in its places. The texts
 * lie in {@code messages.properties}. Two messages are equal when they say the same.
 *
 * @param key of the text
 * @param values of the places {@code {0}}, {@code {1}} … of the text: texts that are the same in every language, numbers
 *     and further messages
 */
public record Message(String key, List<Object> values) {

    /** Name of the bundle with all texts. */
    static final String BUNDLE = "dev.bobbin.emulator.message.messages";

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)\\}");

    public Message {
        values = List.copyOf(values);
    }

    /** The text of a key. @param values messages and numbers are said in the reader's language, others as they are */
    public static Message of(String key, @Nullable Object... values) {
        return new Message(key, Arrays.stream(values).map(Message::value).toList());
    }

    private static Object value(@Nullable Object value) {
        return value instanceof Message || value instanceof Number ? value : String.valueOf(value);
    }

    /**
     * The words in a language; in English when there are none in that one.
     *
     * @throws java.util.MissingResourceException when there is no such text; a test looks for that
     */
    public String in(Locale language) {
        String text = Bundles.in(BUNDLE, language).getString(key);
        return PLACE.matcher(text)
                .replaceAll(place ->
                        Matcher.quoteReplacement(said(values.get(Integer.parseInt(place.group(1))), language)));
    }

    private static String said(Object value, Locale language) {
        return switch (value) {
            case Message inner -> inner.in(language);
            case Double number -> String.format(language, "%.1f", number);
            default -> value.toString();
        };
    }

    /** The words of the command line, of reports and of records. */
    public String english() {
        return in(Locale.ENGLISH);
    }

    @Override
    public String toString() {
        return english();
    }
}
