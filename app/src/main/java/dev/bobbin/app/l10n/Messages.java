package dev.bobbin.app.l10n;

import dev.bobbin.emulator.message.Bundles;
import dev.bobbin.emulator.message.Message;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

/** All texts of the window, by key, in the language of the user. */
public final class Messages {

    /** Name of the bundle. */
    public static final String BUNDLE = "dev.bobbin.app.messages";

    /** Languages there are texts in; the first is used for people who speak none of them. */
    public static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    private static volatile ResourceBundle texts = bundle(Locale.ENGLISH);

    private Messages() {}

    /** Speaks another language from now on. @param language its code, or {@code system} for the system's */
    public static void use(String language) {
        String wanted = language.equals("system") ? Locale.getDefault().getLanguage() : language;
        texts = bundle(LANGUAGES.stream()
                .filter(known -> known.getLanguage().equals(wanted))
                .findFirst()
                .orElse(Locale.ENGLISH));
    }

    /** The language of the texts now. */
    public static Locale language() {
        return locale(texts);
    }

    /** The English text of that key, which has no arguments: the word of Fabric and of its documents. */
    public static String english(String key) {
        return bundle(Locale.ENGLISH).getString(key);
    }

    /** The texts of a language. */
    static ResourceBundle bundle(Locale language) {
        return Bundles.in(BUNDLE, language);
    }

    private static Locale locale(ResourceBundle bundle) {
        return bundle.getLocale().equals(Locale.ROOT) ? Locale.ENGLISH : bundle.getLocale();
    }

    /**
     * The text of that key.
     *
     * @param arguments fill {@code {0}}, {@code {1}} … of the text, which then follows {@link MessageFormat}
     * @throws java.util.MissingResourceException when there is no such text; a test looks for that
     */
    public static String text(String key, Object... arguments) {
        ResourceBundle now = texts;
        String text = now.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale(now)).format(arguments);
    }

    /** The text of that key, which has no arguments; empty when there is none. */
    public static Optional<String> optional(String key) {
        ResourceBundle now = texts;
        return now.containsKey(key) ? Optional.of(now.getString(key)) : Optional.empty();
    }

    /** What the emulator has to say. */
    public static String text(Message message) {
        return message.in(language());
    }
}
