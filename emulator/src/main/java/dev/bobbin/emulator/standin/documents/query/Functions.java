package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The built-in functions. Source: "System functions", query reference of Azure Cosmos DB for NoSQL. */
final class Functions {

    private static final Map<String, Definition> ALL = new HashMap<>();

    /** Functions of the reference that are refused by name, so that nobody looks for a misspelling. */
    private static final Set<String> NOT_YET = Set.of("DOCUMENTID", "RRF");

    static {
        ALL.putAll(TypeFunctions.ALL);
        ALL.putAll(TextFunctions.ALL);
        ALL.putAll(TextConversions.ALL);
        ALL.putAll(MathFunctions.ALL);
        ALL.putAll(ArrayFunctions.ALL);
        ALL.putAll(DateFunctions.ALL);
        ALL.putAll(DateFunctions.OF_NOW);
        // Computed where the container's policy for vectors is known.
        ALL.put(VectorDistance.NAME, new Definition(2, 4, _ -> Values.UNDEFINED));
    }

    private final Clock clock;

    Functions(Clock clock) {
        this.clock = clock;
    }

    /** Computes a value of arguments, some of which may be undefined. */
    @FunctionalInterface
    interface Body {
        JsonNode apply(List<JsonNode> arguments);
    }

    /**
     * A function.
     *
     * @param least number of arguments at least
     * @param most number of arguments at most
     */
    record Definition(int least, int most, Body body) {}

    /** @throws QueryError when there is no such function, or it takes another number of arguments */
    static void check(String name, int arguments, Token place) {
        @Nullable Definition definition = ALL.get(name);
        if (definition == null) {
            if (isKnownToTheService(name)) {
                throw QueryError.unsupported("The function " + place.text());
            }
            throw new QueryError(
                    "SC2005",
                    place.start(),
                    place.end(),
                    "'" + place.text() + "' is not a recognized built-in function name.");
        }
        int least = definition.least();
        int most = definition.most();
        if (arguments < least || arguments > most) {
            String wanted = least == most ? String.valueOf(least) : least + " to " + most;
            throw new QueryError(
                    "SC2050",
                    place.start(),
                    place.end(),
                    "The " + place.text() + " function requires " + wanted + " argument(s).");
        }
    }

    private static boolean isKnownToTheService(String name) {
        return name.startsWith("ST_") || name.startsWith("FULLTEXT") || NOT_YET.contains(name);
    }

    /** @param name in upper case */
    JsonNode call(String name, List<JsonNode> arguments) {
        @Nullable Definition definition = ALL.get(name);
        return definition == null
                ? Values.UNDEFINED
                : definition.body().apply(DateFunctions.OF_NOW.containsKey(name) ? withNow(arguments) : arguments);
    }

    private List<JsonNode> withNow(List<JsonNode> arguments) {
        List<JsonNode> all = new ArrayList<>(List.of(DateFunctions.text(clock.instant())));
        all.addAll(arguments);
        return all;
    }
}
