package dev.bobbin.app.workspace;

import java.nio.file.Path;
import java.util.function.Consumer;

/** What one feature wants of another one that it does not know. */
public sealed interface Wish
        permits Wish.Reveal, Wish.Show, Wish.Correct, Wish.Fill, Wish.Save, Wish.OpenTable, Comparison, FilesToSee {

    /** Brings a line of the script into view and gives the keyboard to it. @param line from 1 */
    record Reveal(int line) implements Wish {}

    /** Brings a line of the script into view, but leaves the keyboard where it is. @param line from 1 */
    record Show(int line) implements Wish {}

    /** Brings what the service would refuse of the request into view, ready to be corrected. */
    record Correct() implements Wish {}

    /** Fills the form of the selected function. @param body that of a request */
    record Fill(String body) implements Wish {}

    /** Asks where to save something. @param suggestedName of the file @param save called with the file, unless the user changes their mind */
    record Save(String title, String suggestedName, Consumer<Path> save) implements Wish {}

    /** Asks for a text file that holds a table. @param open called with the file, unless the user changes their mind */
    record OpenTable(String title, Consumer<Path> open) implements Wish {}
}
