package dev.bobbin.app.workspace;

/**
 * The request the form would send.
 *
 * @param body the JSON body
 * @param problems number of fields the service would refuse
 */
public record RequestDraft(String body, int problems) {

    /** The request of a function without parameters. */
    public static final RequestDraft EMPTY = new RequestDraft("{}", 0);
}
