package dev.bobbin.emulator.finding;

import dev.bobbin.emulator.message.Message;
import java.nio.file.Path;
import java.util.List;

/**
 * A change of an item's files that mends a finding.
 *
 * @param title what it does, as a button or menu entry says it: "Add -> str"
 * @param edits in no order, none overlapping another; a file that is not there yet counts as empty
 * @param automatic whether it may be made without asking: it changes neither what callers have to pass nor what they get
 */
public record QuickFix(Message title, List<TextEdit> edits, boolean automatic) {

    public QuickFix {
        edits = List.copyOf(edits);
    }

    /** A fix that may be made without asking. */
    public static QuickFix automatic(Message title, TextEdit... edits) {
        return new QuickFix(title, List.of(edits), true);
    }

    /** A fix to be chosen, because callers or results notice it. */
    public static QuickFix offered(Message title, TextEdit... edits) {
        return new QuickFix(title, List.of(edits), false);
    }

    /** Its edits of one file. */
    public List<TextEdit> editsOf(Path file) {
        return edits.stream().filter(edit -> edit.file().equals(file)).toList();
    }
}
