package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Names and return types of functions. */
final class FunctionRules {

    private static final String SDK = "fabric-user-data-functions 1.0, metadata generation";
    private static final String LIMITS = "User data functions, service limits and considerations";
    private static final Set<String> RESERVED = Set.of("req", "context", "reqInvocationId");

    static final List<Rule> ALL = List.of(
            Rule.error("missing-return-type", SDK, FunctionRules::missingReturnType),
            Rule.error("reserved-function-name", LIMITS, FunctionRules::reservedName),
            Rule.error("duplicate-function", SDK, FunctionRules::duplicates));

    private FunctionRules() {}

    private static Stream<Breach> missingReturnType(CheckedItem checked) {
        return checked.outline().functions().stream()
                .filter(function -> function.returnText().isEmpty())
                .map(function -> new Breach(
                        CheckedItem.line(function.line()),
                        "The function " + function.name()
                                + " does not say what it returns. Write the type before the colon, such as -> str.",
                        "-> str"));
    }

    private static Stream<Breach> reservedName(CheckedItem checked) {
        return checked.outline().functions().stream()
                .filter(function -> RESERVED.contains(function.name()))
                .map(function -> Breach.of(
                        CheckedItem.line(function.line()),
                        "A function may not be called " + function.name()
                                + ": the service uses that name itself. Choose another."));
    }

    /** Functions of the same name in the branches of an {@code if} or {@code try} never meet. */
    private static Stream<Breach> duplicates(CheckedItem checked) {
        List<String> lines = checked.item().script().lines().toList();
        Set<String> seen = new HashSet<>();
        return checked.outline().functions().stream()
                .filter(function -> isTopLevel(function, lines))
                .filter(function -> !seen.add(function.name()))
                .map(function -> Breach.of(
                        CheckedItem.line(function.line()),
                        "There is another function called " + function.name()
                                + " above; every function needs a name of its own."));
    }

    private static boolean isTopLevel(FunctionSignature function, List<String> lines) {
        return function.line() > lines.size()
                || !Character.isWhitespace(lines.get(function.line() - 1).charAt(0));
    }
}
