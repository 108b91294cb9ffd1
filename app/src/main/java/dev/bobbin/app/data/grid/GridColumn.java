package dev.bobbin.app.data.grid;

/**
 * A column of a grid.
 *
 * @param type as the database writes it
 * @param number whether its values stand on the right
 * @param writable whether cells can be edited
 * @param nullable whether they can be NULL
 */
public record GridColumn(String name, String type, boolean number, boolean writable, boolean nullable) {}
