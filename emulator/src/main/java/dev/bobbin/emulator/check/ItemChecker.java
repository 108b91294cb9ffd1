package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Says before publishing what the service would refuse, and what would fail there. Nothing is run. */
public final class ItemChecker {

    private static final List<Rule> RULES = Stream.of(
                    AppRules.ALL,
                    FunctionRules.ALL,
                    ParameterRules.ALL,
                    ConnectionRules.ALL,
                    DataSourceRules.ALL,
                    MetadataRules.ALL,
                    LibraryRules.ALL,
                    WheelRules.ALL,
                    CodeRules.ALL,
                    NameRules.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(ItemChecker::isAboutOtherFile)
            .thenComparing(finding -> finding.place().file())
            .thenComparingInt(finding -> finding.place().line())
            .thenComparingInt(finding -> finding.place().column());

    /**
     * What a rule asks, for lists of rules.
     *
     * @param id as findings name it
     * @param severity under the profile asked for
     * @param summary in one sentence
     * @param source the document and section it comes from
     */
    public record RuleDescription(String id, Severity severity, String summary, String source) {}

    /** From {@code item} and {@code signature}, which know no rules. */
    private static final Set<String> FOUND_BY_READING = Set.of(
            "json-syntax",
            "json-type",
            "no-script",
            "python-parser",
            "python-syntax",
            "symbolic-link",
            "too-large",
            "two-functions-files",
            "unknown-value");

    private ItemChecker() {}

    /** The rules that a profile holds. */
    public static List<RuleDescription> rules(ServiceProfile profile) {
        return RULES.stream()
                .flatMap(rule -> profile.severity(rule.id(), rule.severity()).stream()
                        .map(level -> new RuleDescription(rule.id(), level, rule.summary(), rule.source())))
                .toList();
    }

    /** All rules there are, whatever a profile makes of them, and what reading an item can find wrong; sorted. */
    public static SortedSet<String> ruleIds() {
        SortedSet<String> ids = new TreeSet<>(FOUND_BY_READING);
        RULES.forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    /**
     * Everything there is to know about an item: what reading it found, its syntax errors, and the rules of the profile;
     * the script first, then by file and place.
     *
     * @param outline of the script as it is to be judged, saved or not
     */
    public static List<Finding> check(ItemFolder item, SourceOutline outline, ServiceProfile profile) {
        CheckedItem checked = new CheckedItem(item, outline, profile);
        Stream<Finding> broken = RULES.stream()
                .flatMap(rule -> profile.severity(rule.id(), rule.severity()).stream()
                        .flatMap(level -> rule.apply(checked, level)));
        return Stream.of(JsonFixes.findings(item), outline.findings().stream(), broken)
                .flatMap(findings -> findings)
                .sorted(BY_PLACE)
                .toList();
    }

    /** Whether publishing or running would fail. */
    public static boolean hasErrors(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR);
    }

    private static boolean isAboutOtherFile(Finding finding) {
        return !finding.place().file().endsWith(ItemFolder.SCRIPT);
    }
}
