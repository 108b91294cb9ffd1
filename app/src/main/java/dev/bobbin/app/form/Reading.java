package dev.bobbin.app.form;

import org.jspecify.annotations.Nullable;

/** What a field's text means as a part of the request. */
public sealed interface Reading {

    /** The JSON to send for this text. */
    String json();

    /** What to tell the user about it; null when there is nothing to tell. */
    @Nullable
    String message();

    /** The service would bind it. @param message something worth knowing all the same */
    record Accepted(String json, @Nullable String message) implements Reading {

        public Accepted(String json) {
            this(json, null);
        }
    }

    /** The service would refuse it. @param json what would be sent nevertheless */
    record Refused(String json, String message) implements Reading {}
}
