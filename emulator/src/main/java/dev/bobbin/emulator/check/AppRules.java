package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import java.util.List;
import java.util.stream.Stream;

/** The file creates one app and registers functions on it. */
final class AppRules {

    private static final String SDK = "fabric-user-data-functions 1.0, metadata generation";
    private static final String MODEL = "Programming model for Python, \"User data functions SDK\"";

    static final List<Rule> ALL = List.of(
            Rule.error("no-app", MODEL, AppRules::noApp),
            Rule.error("several-apps", SDK, AppRules::severalApps),
            Rule.error("no-function", SDK, AppRules::noFunction),
            Rule.error("decorator-without-parentheses", MODEL, AppRules::bareDecorators));

    private AppRules() {}

    private static Stream<Breach> noApp(CheckedItem checked) {
        return checked.hasCode() && checked.outline().apps().isEmpty()
                ? Stream.of(new Breach(
                        CheckedItem.line(1),
                        "The file creates no UserDataFunctions object, so the service finds no functions in it.",
                        "udf = fn.UserDataFunctions()"))
                : Stream.empty();
    }

    private static Stream<Breach> severalApps(CheckedItem checked) {
        return checked.outline().apps().stream()
                .skip(1)
                .map(app -> Breach.of(
                        CheckedItem.line(app.line()),
                        "The file creates more than one UserDataFunctions object; the service accepts exactly one. Use "
                                + checked.outline().apps().getFirst().name() + " here and remove " + app.name() + "."));
    }

    private static Stream<Breach> noFunction(CheckedItem checked) {
        boolean none = checked.outline().functions().isEmpty();
        return checked.hasCode() && none
                ? Stream.of(
                        Breach.of(
                                CheckedItem.line(1),
                                "There is no function in the file. Write @udf.function() in the line above a def to make it one."))
                : Stream.empty();
    }

    private static Stream<Breach> bareDecorators(CheckedItem checked) {
        return checked.outline().bareDecorators().stream()
                .map(bare -> new Breach(
                        CheckedItem.line(bare.line()),
                        "The decorator of " + bare.name()
                                + " lacks its parentheses, so the service does not see the function.",
                        "@udf.function()"));
    }
}
