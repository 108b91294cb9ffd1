package dev.bobbin.app.l10n;

import static dev.bobbin.app.l10n.Messages.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;

/** Why something failed, in words for a message. */
public final class Reasons {

    private Reasons() {}

    /** The exception's own words when they are meant for users, which those about files are; else all it says. */
    public static String of(Exception e) {
        if (e instanceof CharacterCodingException) {
            return text("reason.notText");
        }
        String message = e.getMessage();
        return e instanceof IOException && message != null ? message : e.toString();
    }
}
