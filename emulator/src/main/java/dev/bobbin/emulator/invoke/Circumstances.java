package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.HashMap;
import java.util.Map;

/**
 * What is different in one run only.
 *
 * @param badDays connections that go wrong, by alias; they come before those switched on for the item
 * @param valueSets value sets of variable libraries, by alias; they come before the active ones. An empty name stands for
 *     the default values
 */
public record Circumstances(Map<String, BadDay> badDays, Map<String, String> valueSets) {

    /** Nothing is different. */
    public static final Circumstances USUAL = new Circumstances(Map.of(), Map.of());

    public Circumstances {
        badDays = Map.copyOf(badDays);
        valueSets = Map.copyOf(valueSets);
    }

    /** Both; where they differ, the others. */
    public Circumstances and(Circumstances others) {
        Map<String, BadDay> allBadDays = new HashMap<>(badDays);
        allBadDays.putAll(others.badDays);
        Map<String, String> allValueSets = new HashMap<>(valueSets);
        allValueSets.putAll(others.valueSets);
        return new Circumstances(allBadDays, allValueSets);
    }
}
