package dev.bobbin.app.workspace;

/**
 * Two texts to be compared.
 *
 * @param title what they are of, such as a file's name
 * @param beforeName what the first is called
 * @param afterName what the second is called
 */
public record Comparison(String title, String beforeName, String before, String afterName, String after)
        implements Wish {}
