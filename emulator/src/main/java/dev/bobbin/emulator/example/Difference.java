package dev.bobbin.emulator.example;

/**
 * A place where an answer is not what was expected.
 *
 * @param place a JSON pointer into the envelope, such as {@code /output/0/name}
 * @param expected as JSON text; empty when nothing was expected there
 * @param actual as JSON text; empty when nothing is there
 */
public record Difference(String place, String expected, String actual) {

    /** In one line, for people. */
    public String text() {
        if (expected.isEmpty()) {
            return place + " is new: " + actual;
        }
        if (actual.isEmpty()) {
            return place + " is missing: " + expected;
        }
        return place + " was " + expected + " and is " + actual;
    }
}
