package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.check.ItemChecker;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin check}: what the service would refuse. Exit code 1 when there is an error. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Says what the service would refuse, without running anything.")
final class CheckCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Option(names = "--profile", paramLabel = "P", description = "Service profile: documented-2025 or service-2026.")
    String profile = ServiceProfile.DEFAULT_NAME;

    @Option(names = "--json", description = "Prints one JSON object.")
    boolean json;

    @Override
    public Integer call() throws IOException, CliFailure {
        ServiceProfile rules = RunOptions.profile(profile);
        ItemFolder folder = ItemReader.read(item);
        List<Finding> findings = ItemChecker.check(folder, SourceParser.outline(folder.script()), rules);
        if (json) {
            Output.json(false, out -> {
                out.writeStartObject();
                FindingText.write(findings, out);
                out.writeEndObject();
            });
        } else {
            for (Finding finding : findings) {
                Output.line(FindingText.line(finding));
            }
            Output.line(summary(folder, findings, rules));
        }
        return ItemChecker.hasErrors(findings) ? 1 : 0;
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
        return count + " " + word + (count == 1 ? "" : "s");
    }
}
