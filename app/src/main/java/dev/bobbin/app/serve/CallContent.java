package dev.bobbin.app.serve;

import dev.bobbin.app.l10n.Messages;
import java.util.List;

/** What is shown of a way to call a function. */
public sealed interface CallContent {

    /** All of it as one text, for copying. */
    String text();

    /** Code or a document. */
    record Code(String text) implements CallContent {}

    /** A request that is data, not something to read in code: what sends it from a file. */
    record FromFile(String text) implements CallContent {}

    /**
     * What a caller sends, in words.
     *
     * @param sends introduces the body
     * @param body JSON, laid out
     * @param user for whom the function runs
     * @param remarks what these values make of the call
     * @param notes what one has to know of the caller
     */
    record Explained(String sends, String body, String user, List<String> remarks, List<String> notes)
            implements CallContent {

        public Explained {
            remarks = List.copyOf(remarks);
            notes = List.copyOf(notes);
        }

        @Override
        public String text() {
            return sends + '\n' + body + "\n\n" + user + list("call.remarks", remarks) + list("call.know", notes);
        }

        private static String list(String heading, List<String> lines) {
            return lines.isEmpty() ? "" : "\n\n" + Messages.text(heading) + "\n• " + String.join("\n• ", lines);
        }
    }
}
