package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.message.Message;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Edits that quick fixes are made of. */
final class Fixes {

    /** Larger files would make every check slow, since each fix writes the file anew. In characters. */
    private static final int LARGEST_JSON = 200_000;

    private Fixes() {}

    /** Something else in place of a stretch of the script. */
    static TextEdit replace(TextRange range, String text) {
        return new TextEdit(CheckedItem.SCRIPT, range, text);
    }

    /** Lines above a line of the script, indented like it. */
    static TextEdit above(TextRange statement, String line) {
        TextRange start = TextRange.at(statement.line(), statement.column());
        return replace(start, line + "\n" + " ".repeat(Math.max(statement.column() - 1, 0)));
    }

    /** The statement's lines taken out of the script. */
    static TextEdit withoutLines(TextRange statement) {
        return replace(statement.wholeLines(), "");
    }

    /** Another name at all places; null when there is none to change. */
    static @Nullable QuickFix rename(Message title, List<TextRange> places, String name) {
        return places.isEmpty()
                ? null
                : new QuickFix(
                        title,
                        places.stream().map(place -> replace(place, name)).toList(),
                        false);
    }

    /** A change of a JSON file that keeps the rest as it is; null when the file cannot be changed so. */
    static @Nullable TextEdit json(JsonFile file, UnaryOperator<JsonDocument> change) {
        if (!file.document().problems().isEmpty() || file.document().text().length() > LARGEST_JSON) {
            return null;
        }
        String before = file.document().text();
        String after = change.apply(file.document()).text();
        return after.equals(before) ? null : TextEdit.between(file.path(), before, after);
    }

    /** A fix of one edit that may be made without asking; null when there is none. */
    static @Nullable QuickFix automatic(Message title, @Nullable TextEdit edit) {
        return edit == null ? null : QuickFix.automatic(title, edit);
    }

    /** A fix of one edit to be chosen; null when there is none. */
    static @Nullable QuickFix offered(Message title, @Nullable TextEdit edit) {
        return edit == null ? null : QuickFix.offered(title, edit);
    }
}
