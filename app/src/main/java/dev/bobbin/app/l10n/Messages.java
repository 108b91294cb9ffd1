package dev.bobbin.app.l10n;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** All texts of the window, by key, from {@code messages.properties}. */
public final class Messages {

    /** Name of the bundle. */
    public static final String BUNDLE = "dev.bobbin.app.messages";

    private static final ResourceBundle TEXTS = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);

    private Messages() {}

    /**
     * The text of that key.
     *
     * @param arguments fill {@code {0}}, {@code {1}} … of the text, which then follows {@link MessageFormat}
     * @throws java.util.MissingResourceException when there is no such text; a test looks for that
     */
    public static String text(String key, Object... arguments) {
        String text = TEXTS.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
    }
}
