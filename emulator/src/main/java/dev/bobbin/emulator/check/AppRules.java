package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.Decoration;
import dev.bobbin.emulator.signature.SourceOutline.App;
import dev.bobbin.emulator.signature.SourceOutline.Head;
import dev.bobbin.emulator.signature.SourceOutline.Unregistered;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The file creates one app and registers functions on it. */
final class AppRules {

    static final List<Rule> ALL = List.of(
            Rule.error("no-app", "The file creates a UserDataFunctions object.", Sources.MODEL, AppRules::noApp),
            Rule.error(
                    "several-apps",
                    "The file creates one UserDataFunctions object only.",
                    Sources.SDK_METADATA,
                    AppRules::severalApps),
            Rule.error("no-function", "The file has a function.", Sources.SDK_METADATA, AppRules::noFunction),
            Rule.error(
                    "decorator-without-parentheses",
                    "Decorators have their parentheses.",
                    Sources.MODEL,
                    AppRules::bareDecorators),
            Rule.error(
                    "connection-without-function",
                    "A function with connections is registered.",
                    Sources.MODEL,
                    AppRules::withoutFunction));

    private AppRules() {}

    private static Stream<Breach> noApp(CheckedItem checked) {
        return checked.hasCode() && checked.outline().apps().isEmpty() && checked.isReadable()
                ? Stream.of(new Breach(
                        CheckedItem.beginning(),
                        Message.of("no-app"),
                        newApp(checked.outline().head())))
                : Stream.empty();
    }

    private static QuickFix newApp(Head head) {
        String name = head.appName() == null ? "udf" : head.appName();
        String sdk = head.sdk();
        String creation = (sdk == null ? "import fabric.functions as fn\n\n" : "\n") + name + " = "
                + (sdk == null ? "fn" : sdk) + ".UserDataFunctions()\n";
        return QuickFix.automatic(
                Message.of("fix.create-app", name), Fixes.replace(TextRange.at(head.insertionLine(), 1), creation));
    }

    private static Stream<Breach> severalApps(CheckedItem checked) {
        List<App> apps = checked.outline().apps();
        return apps.stream().skip(1).map(app -> {
            String first = apps.getFirst().name();
            return Breach.of(app.statement(), Message.of("several-apps", first, app.name()), oneApp(app, first));
        });
    }

    private static QuickFix oneApp(App surplus, String first) {
        List<TextEdit> edits = new ArrayList<>();
        edits.add(Fixes.withoutLines(surplus.statement()));
        surplus.uses().stream()
                .filter(use -> use.line() != surplus.statement().line())
                .forEach(use -> edits.add(Fixes.replace(use, first)));
        return new QuickFix(Message.of("fix.use-instead", first, surplus.name()), edits, true);
    }

    private static Stream<Breach> noFunction(CheckedItem checked) {
        boolean none = checked.outline().functions().isEmpty()
                && checked.outline().unregistered().isEmpty();
        return checked.hasCode() && none && checked.isReadable()
                ? Stream.of(Breach.of(CheckedItem.beginning(), Message.of("no-function")))
                : Stream.empty();
    }

    /** Any decorator of the app, because each of them is a method that makes the decorator. */
    private static Stream<Breach> bareDecorators(CheckedItem checked) {
        Stream<Decoration> ofFunctions =
                checked.functions().flatMap(function -> function.layout().decorators().stream());
        Stream<Decoration> ofOthers = checked.outline().unregistered().stream()
                .flatMap(other -> other.function().layout().decorators().stream());
        return Stream.concat(ofFunctions, ofOthers)
                .filter(decorator -> !decorator.called())
                .map(decorator -> Breach.of(
                        decorator.range(),
                        Message.of(
                                decorator.registers()
                                        ? "decorator-without-parentheses.function"
                                        : "decorator-without-parentheses.other",
                                decorator.app() + "." + decorator.method()),
                        QuickFix.automatic(
                                Message.of("fix.add", "()"),
                                Fixes.replace(decorator.range().atEnd(), "()"))));
    }

    private static Stream<Breach> withoutFunction(CheckedItem checked) {
        return checked.outline().unregistered().stream()
                .filter(other -> other.bare() == null)
                .map(AppRules::withoutFunction);
    }

    private static Breach withoutFunction(Unregistered other) {
        List<Decoration> decorators = other.function().layout().decorators();
        Decoration last = decorators.getLast();
        String decorator = "@" + last.app() + ".function()";
        return Breach.of(
                other.function().layout().name(),
                Message.of("connection-without-function", other.function().name(), decorator),
                QuickFix.automatic(
                        Message.of("fix.add", decorator),
                        Fixes.replace(
                                last.range().atEnd(),
                                "\n" + " ".repeat(last.range().column() - 1) + decorator)));
    }
}
