package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing the service's documents or its SDK ask of an item. A profile may drop it by its id.
 *
 * @param id stable, in kebab-case
 * @param source the document and section it comes from
 * @param breaches finds the places that do not keep it
 */
record Rule(String id, Severity severity, String source, Function<CheckedItem, Stream<Breach>> breaches) {

    /** A place that does not keep a rule. @param fix what to write instead; null when that is not clear */
    record Breach(Place place, String message, @Nullable String fix) {

        static Breach of(Place place, String message) {
            return new Breach(place, message, null);
        }
    }

    static Rule error(String id, String source, Function<CheckedItem, Stream<Breach>> breaches) {
        return new Rule(id, Severity.ERROR, source, breaches);
    }

    static Rule warning(String id, String source, Function<CheckedItem, Stream<Breach>> breaches) {
        return new Rule(id, Severity.WARNING, source, breaches);
    }

    static Rule info(String id, String source, Function<CheckedItem, Stream<Breach>> breaches) {
        return new Rule(id, Severity.INFO, source, breaches);
    }

    Stream<Finding> apply(CheckedItem item) {
        return breaches.apply(item)
                .map(breach -> new Finding(id, severity, breach.place(), breach.message(), source, breach.fix()));
    }
}
