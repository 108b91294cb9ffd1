package dev.bobbin.emulator.caller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.message.Message;
import java.util.List;

/**
 * A call as a caller would make it.
 *
 * @param body what it sends
 * @param user who the function runs for
 * @param remarks where this call differs from the form's values, or will go wrong, in plain words
 * @param heldBack whether the caller does not call at all with these values
 */
public record Sent(ObjectNode body, ExecutingUser user, List<Message> remarks, boolean heldBack) {

    public Sent {
        remarks = List.copyOf(remarks);
    }
}
