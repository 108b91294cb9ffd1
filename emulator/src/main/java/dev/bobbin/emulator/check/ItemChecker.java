package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceOutline;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Says before publishing what the service would refuse, and what would fail there. Nothing is run. */
public final class ItemChecker {

    private static final List<Rule> RULES = Stream.of(
                    AppRules.ALL,
                    FunctionRules.ALL,
                    ParameterRules.ALL,
                    ConnectionRules.ALL,
                    MetadataRules.ALL,
                    LibraryRules.ALL)
            .flatMap(List::stream)
            .toList();

    private static final Comparator<Finding> BY_PLACE = Comparator.comparing(ItemChecker::isAboutOtherFile)
            .thenComparing(finding -> finding.place().file())
            .thenComparingInt(finding -> finding.place().line())
            .thenComparingInt(finding -> finding.place().column());

    private ItemChecker() {}

    /**
     * Everything there is to know about an item: what reading it found, its syntax errors, and the rules of the profile;
     * the script first, then by file and place.
     *
     * @param outline of the script as it is to be judged, saved or not
     */
    public static List<Finding> check(ItemFolder item, SourceOutline outline, ServiceProfile profile) {
        CheckedItem checked = new CheckedItem(item, outline, profile);
        Stream<Finding> broken = RULES.stream()
                .filter(rule -> !profile.droppedRules().contains(rule.id()))
                .flatMap(rule -> rule.apply(checked));
        return Stream.of(item.findings().stream(), outline.findings().stream(), broken)
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
