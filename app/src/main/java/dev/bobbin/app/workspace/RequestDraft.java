package dev.bobbin.app.workspace;

import java.util.List;

/**
 * The request the form would send.
 *
 * @param body the JSON body
 * @param refused what of it the service would refuse, as it is called in the form
 */
public record RequestDraft(String body, List<String> refused) {

    /** The request of a function without parameters. */
    public static final RequestDraft EMPTY = new RequestDraft("{}", List.of());

    public RequestDraft {
        refused = List.copyOf(refused);
    }
}
