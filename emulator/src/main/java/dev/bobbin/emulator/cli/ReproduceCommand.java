package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.example.RunComparison;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.share.ReportBundle;
import dev.bobbin.emulator.share.SecretMask;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bobbin reproduce}: opens a bug report and runs the same again: code, input, user, profile, engine, time limit and
 * circumstances are those of the run unless an option says otherwise. Exit code 0 when it ends the same, 1 when not.
 */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:it ends the same", "1:it does not", Main.WRONG_USAGE},
        description =
                "Opens a bug report and runs its code with its inputs again: with the engine, profile, user, limits and"
                        + " circumstances of the run where no option names others.")
final class ReproduceCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<report.zip>", description = "The bug report.")
    Path report = Path.of("");

    @Parameters(index = "1", paramLabel = "<folder>", description = "A new folder for the item and its data.")
    Path folder = Path.of("");

    @Spec
    CommandSpec command = CommandSpec.create();

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        if (options.data.data != null) {
            throw new CliFailure(
                    "A bug report brings its own data, which lie in <folder> afterwards: leave --data out.");
        }
        RunRecord run = ReportBundle.run(report);
        if (!command.commandLine().getParseResult().hasMatchedOption("--engine")) {
            options.engine = run.input().engine();
        }
        // What cannot be done is said before anything is unpacked.
        ServiceProfile profile =
                options.profile.over(ProfileOption.named(run.input().profile()));
        options.requireEngine();
        ReportBundle.Opened opened = ReportBundle.open(report, folder);
        ItemFolder item = ItemReader.read(opened.item());
        InvocationRequest request = new InvocationRequest(
                invocationId(run),
                run.summary().function(),
                run.input().body(),
                profile,
                run.input().timeLimit(),
                options.persona == null ? run.input().user() : options.user(item),
                run.input().circumstances().and(options.circumstances(item)));
        SecretMask secrets = SecretMask.of(item, options.workspace(item));
        try (FunctionEngine engine = options.engine(item)) {
            InvocationResult result = Emulator.invoker(engine)
                    .start(item, ItemCode.of(item), options.workspace(item), request, new LogCollector(null))
                    .result()
                    .join();
            return compare(opened, ResultJson.answered(result), secrets);
        }
    }

    /** A function may answer with it, so the run is made under its own. */
    private static String invocationId(RunRecord run) {
        String own = run.input().invocationId();
        return own.isBlank() ? UUID.randomUUID().toString() : own;
    }

    private Integer compare(ReportBundle.Opened opened, InvocationResult.Answered now, SecretMask secrets)
            throws IOException {
        RunRecord run = opened.run();
        Output.line("The item is in " + folder + ".");
        Output.line("Then: " + run.summary().status() + ", HTTP "
                + run.summary().httpStatus() + ". Now: "
                + now.envelope().status().wireName() + ", HTTP " + now.httpStatus() + ".");
        RunComparison comparison = RunComparison.of(run, now, secrets);
        list(comparison.differences());
        if (!comparison.passing().isEmpty()) {
            Output.line("Times of the run and GUIDs made by it, which differ every time:");
            list(comparison.passing());
        }
        Output.line(comparison.isSame() ? "It ends the same." : "It does not end the same.");
        if (!comparison.isSame() && !opened.asLeft().isEmpty()) {
            Output.line("The run, or later ones, changed " + String.join(", ", opened.asLeft())
                    + ". The report has that as it was when it was made, so it may begin where they ended.");
        }
        if (!comparison.isSame() && opened.data() != ReportBundle.Data.ALL) {
            Output.line("The report was made without " + missing(opened.data())
                    + ": a function that reads what was there answers otherwise.");
        }
        return comparison.isSame() ? 0 : 1;
    }

    private static String missing(ReportBundle.Data data) {
        return data == ReportBundle.Data.SCHEMA ? "rows of tables and contents of files" : "data";
    }

    private static void list(List<Difference> differences) throws IOException {
        for (Difference difference : differences) {
            Output.line("  " + difference.text());
        }
    }
}
