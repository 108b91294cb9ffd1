package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.Release;
import dev.bobbin.emulator.check.ItemChecker;
import dev.bobbin.emulator.check.ItemFixer;
import dev.bobbin.emulator.check.SarifReport;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin check}: what the service would refuse. Exit code 1 when there is an error. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what the service would refuse, without running anything.",
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:nothing the service would refuse", "1:an error was found", Main.WRONG_USAGE})
final class CheckCommand implements Callable<Integer> {

    private enum Format {
        text,
        json,
        sarif
    }

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Mixin
    ProfileOption profile = new ProfileOption();

    @Option(names = "--json", description = "Prints one JSON object; the same as --format json.")
    boolean json;

    @Option(names = "--format", paramLabel = "F", description = "What to print: ${COMPLETION-CANDIDATES}.")
    Format format = Format.text;

    @Option(names = "--sarif", paramLabel = "FILE", description = "Also writes the findings to a file, as SARIF 2.1.0.")
    @Nullable
    Path sarif;

    @Option(
            names = "--fix",
            description = "First mends what can be mended without changing what callers pass or get. With --rule also"
                    + " what else those rules offer.")
    boolean fix;

    @Option(
            names = "--rule",
            paramLabel = "ID",
            description = "Only findings of this rule; may be given several times.")
    List<String> rules = new ArrayList<>();

    @Override
    public Integer call() throws IOException, CliFailure {
        for (String rule : rules) {
            if (!ItemChecker.ruleIds().contains(rule)) {
                throw new CliFailure(
                        "There is no rule '" + rule + "'. Known: " + String.join(", ", ItemChecker.ruleIds()) + ".");
            }
        }
        ItemFolder folder = ItemReader.read(item);
        ServiceProfile chosen = profile.get(folder);
        if (fix) {
            mend(folder.root(), chosen);
            folder = ItemReader.read(item);
        }
        List<Finding> findings = ItemChecker.check(folder, SourceParser.outline(folder.script()), chosen).stream()
                .filter(this::isAskedFor)
                .toList();
        report(folder, findings, chosen);
        return ItemChecker.hasErrors(findings) ? 1 : 0;
    }

    private boolean isAskedFor(Finding finding) {
        return rules.isEmpty() || rules.contains(finding.rule());
    }

    private void mend(Path folder, ServiceProfile chosen) throws IOException {
        List<Finding> mended = ItemFixer.fixAll(folder, chosen, finding -> {
            QuickFix offered = finding.fix();
            return offered != null
                    && isAskedFor(finding)
                    && (!rules.isEmpty() || (offered.automatic() && finding.severity() != Severity.INFO));
        });
        for (Finding finding : mended) {
            QuickFix made = finding.fix();
            Output.error("Mended: " + FindingText.place(finding) + "  "
                    + (made == null ? "" : made.title().english()) + " [" + finding.rule() + "]");
        }
    }

    private void report(ItemFolder folder, List<Finding> findings, ServiceProfile chosen) throws IOException {
        Path file = sarif;
        if (file != null) {
            try (JsonGenerator out = new ObjectMapper().getFactory().createGenerator(Files.newOutputStream(file))) {
                SarifReport.write(folder.root(), findings, chosen, Release.version(), out.useDefaultPrettyPrinter());
            }
        }
        switch (json ? Format.json : format) {
            case json ->
                Output.json(false, out -> {
                    out.writeStartObject();
                    FindingText.write(findings, out);
                    out.writeEndObject();
                });
            case sarif ->
                Output.json(true, out -> SarifReport.write(folder.root(), findings, chosen, Release.version(), out));
            case text -> {
                for (Finding finding : findings) {
                    Output.line(FindingText.line(finding));
                }
                Output.line(summary(folder, findings, chosen));
            }
        }
    }

    private static String summary(ItemFolder folder, List<Finding> findings, ServiceProfile rules) {
        if (findings.isEmpty()) {
            return folder.displayName() + ": nothing to complain about under " + rules.name() + ".";
        }
        return folder.displayName() + ": " + count(findings, Severity.ERROR, "error") + ", "
                + count(findings, Severity.WARNING, "warning") + ", " + count(findings, Severity.INFO, "hint")
                + " under " + rules.name() + ".";
    }

    private static String count(List<Finding> findings, Severity severity, String word) {
        long count = findings.stream().filter(f -> f.severity() == severity).count();
        return Counted.of(count, word);
    }
}
