package dev.bobbin.app.suggest;

import dev.bobbin.app.workspace.TableShape;
import java.util.List;

/**
 * A place of a SQL statement.
 *
 * @param caret offset of the place in the statement
 * @param begun length of the word before the caret
 * @param tables those the statement can be about
 */
public record SqlPlace(String statement, int caret, int begun, List<TableShape> tables) {

    /** The place behind a caret in a text that is all SQL. */
    public static SqlPlace of(String statement, int caret, List<TableShape> tables) {
        int place = Math.clamp(caret, 0, statement.length());
        int start = place;
        while (start > 0 && Character.isJavaIdentifierPart(statement.charAt(start - 1))) {
            start--;
        }
        return new SqlPlace(statement, place, place - start, tables);
    }

    /** Offset of the beginning of the word before the caret. */
    int wordStart() {
        return caret - begun;
    }

    /** The begun word. */
    String word() {
        return statement.substring(wordStart(), caret);
    }

    /** The statement before the begun word. */
    String before() {
        return statement.substring(0, wordStart());
    }
}
