package dev.bobbin.app.editor;

/**
 * Something to write at the caret.
 *
 * @param words what is written
 * @param kind a word that says what it is, such as {@code module}
 */
public record Suggestion(String words, String kind) {}
