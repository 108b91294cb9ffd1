package dev.bobbin.emulator.message;

import java.util.Locale;
import java.util.ResourceBundle;

/** Finds the texts of a language. */
public final class Bundles {

    private Bundles() {}

    /** A bundle's texts in a language; its English ones when it has none in that language. */
    public static ResourceBundle in(String bundle, Locale language) {
        // English has the bundle without a language; the system's language must not get in between.
        Locale named = language.getLanguage().equals("en") ? Locale.ROOT : language;
        return ResourceBundle.getBundle(
                bundle, named, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
