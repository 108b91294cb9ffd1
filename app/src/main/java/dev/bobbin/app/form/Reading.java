package dev.bobbin.app.form;

import org.jspecify.annotations.Nullable;

/** What a field's text means as a part of the request. */
public sealed interface Reading {

    /** What to tell the user about it; null when there is nothing to tell. */
    @Nullable
    String message();

    /** Whether the service would refuse the request because of it. */
    boolean refused();

    /** There is something to send. */
    sealed interface Sent extends Reading {

        /** The JSON to send for this text. */
        String json();
    }

    /** The service would bind it. @param message something worth knowing all the same */
    record Accepted(String json, @Nullable String message) implements Sent {

        public Accepted(String json) {
            this(json, null);
        }

        @Override
        public boolean refused() {
            return false;
        }
    }

    /** The service would refuse it. @param json what would be sent nevertheless */
    record Refused(String json, String message) implements Sent {

        @Override
        public boolean refused() {
            return true;
        }
    }

    /** Nothing is sent, which the service refuses. */
    record Absent(String message) implements Reading {

        @Override
        public boolean refused() {
            return true;
        }
    }
}
