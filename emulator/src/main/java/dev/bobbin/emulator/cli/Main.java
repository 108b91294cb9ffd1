package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.Release;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The command line of Bobbin. Exit codes: 0 done, 1 done with a bad outcome (a run that did not succeed, a check with
 * errors), 2 wrong usage or an item that cannot be opened.
 */
@Command(
        name = "bobbin",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Runs Microsoft Fabric user data functions on this machine.",
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {
            "0:done",
            "1:done, with a bad outcome (a run that did not succeed, a check with errors)",
            Main.WRONG_USAGE
        },
        footer = {
            "",
            "Without a command, or with the path of an item folder, the window opens; \"open <item>\" opens it with the item."
        },
        subcommands = {
            ListCommand.class,
            CheckCommand.class,
            ProfileCommand.class,
            PersonaCommand.class,
            RunCommand.class,
            BatchCommand.class,
            TestCommand.class,
            HistoryCommand.class,
            ReproduceCommand.class,
            ServeCommand.class,
            OpenApiCommand.class,
            ClientCommand.class,
            EnginesCommand.class,
            SqlCommand.class,
            DataCommand.class,
            DifferencesCommand.class,
            LicencesCommand.class
        })
public final class Main {

    static final String EXIT_CODES = "%nExit codes:%n";
    static final String WRONG_USAGE = "2:wrong usage, or an item that cannot be opened";

    private Main() {}

    /** All commands. */
    static CommandLine commandLine() {
        return withExitCodes(new CommandLine(new Main()));
    }

    /** Has the help of every command tell exit codes: those of most where a command names none of its own. */
    private static CommandLine withExitCodes(CommandLine command) {
        UsageMessageSpec help = command.getCommandSpec().usageMessage();
        if (help.exitCodeList().isEmpty()) {
            help.exitCodeListHeading(EXIT_CODES);
            Map<String, String> codes = new LinkedHashMap<>();
            codes.put("0", "done");
            codes.put("2", WRONG_USAGE.substring("2:".length()));
            help.exitCodeList(codes);
        }
        command.getSubcommands().values().forEach(Main::withExitCodes);
        return command;
    }

    /** What {@code --version} says. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            List<String> lines = new ArrayList<>(List.of(
                    "Bobbin " + Release.version(),
                    "Java " + Release.java(),
                    "Python " + Emulator.EMBEDDED_PYTHON + " (GraalPy), embedded",
                    Release.system()));
            Release.thirdPartyFile().ifPresent(file -> lines.add("Licences: " + file));
            return lines.toArray(String[]::new);
        }
    }

    /** Runs one command and ends the program with its exit code. */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs one command in this process and returns its exit code. */
    public static int execute(String... arguments) {
        // Threads that log while logging is being set up are no matter for whoever reads a build's output.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        return commandLine()
                // An @file belongs to the option it stands behind; it is no list of arguments.
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    Output.error(CliFailure.messageOf(failure));
                    return CommandLine.ExitCode.USAGE;
                })
                .execute(arguments);
    }
}
