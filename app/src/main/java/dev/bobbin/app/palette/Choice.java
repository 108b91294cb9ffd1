package dev.bobbin.app.palette;

/**
 * Something to choose.
 *
 * @param detail what stands beside the title, such as a shortcut; may be empty
 */
public record Choice(String title, String detail, Runnable action) {}
