package dev.bobbin.app.palette;

/**
 * Something to choose.
 *
 * @param detail what stands beside the title, such as a shortcut; may be empty
 * @param alias another name it is found by, such as the English one; may be empty
 */
public record Choice(String title, String detail, String alias, Runnable action) {

    /** Something that has one name only. */
    public Choice(String title, String detail, Runnable action) {
        this(title, detail, "", action);
    }
}
