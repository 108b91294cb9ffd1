package dev.bobbin.emulator.example;

import java.util.Set;

/**
 * Places in an output that do not matter.
 *
 * @param pointers as {@link Expectation#ignored()} has them: JSON pointers, {@code *} for any element or key
 */
record IgnoredPlaces(Set<String> pointers) {

    /** The step from a place to a member of it. */
    static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Whether a place does not matter. */
    boolean cover(String place) {
        return pointers.stream().anyMatch(pattern -> covers(pattern, place));
    }

    private static boolean covers(String pattern, String place) {
        if (!pattern.contains("*")) {
            return pattern.equals(place);
        }
        String[] wanted = pattern.split("/", -1);
        String[] steps = place.split("/", -1);
        if (wanted.length != steps.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(steps[i])) {
                return false;
            }
        }
        return true;
    }
}
