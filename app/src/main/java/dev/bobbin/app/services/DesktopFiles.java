package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import dev.bobbin.app.workspace.SavedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Has the desktop open files, by the command each platform has for it. */
public final class DesktopFiles implements SavedFiles {

    private static final String NOTICE = "open-file";

    /** Whoever has not complained by then has found a program. */
    private static final int PATIENCE_SECONDS = 5;

    private final Notices notices;
    private final TaskRunner tasks;
    private final String system;

    /** @param system as {@code os.name} gives it */
    public DesktopFiles(Notices notices, TaskRunner tasks, String system) {
        this.notices = notices;
        this.tasks = tasks;
        this.system = system.toLowerCase(Locale.ROOT);
    }

    @Override
    public void open(Path file) {
        start(file, toOpen(system, file));
    }

    @Override
    public void showInFolder(Path file) {
        start(file, toShow(system, file));
    }

    static List<String> toOpen(String system, Path file) {
        if (system.startsWith("windows")) {
            // Not through a shell, which would read the file's name.
            return List.of("rundll32", "url.dll,FileProtocolHandler", file.toString());
        }
        return List.of(system.startsWith("mac") ? "open" : "xdg-open", file.toString());
    }

    static List<String> toShow(String system, Path file) {
        if (system.startsWith("windows")) {
            return List.of("explorer", "/select," + file);
        }
        if (system.startsWith("mac")) {
            return List.of("open", "-R", file.toString());
        }
        return List.of("xdg-open", String.valueOf(file.getParent()));
    }

    private void start(Path file, List<String> command) {
        tasks.run(
                () -> run(command),
                _ -> {},
                e -> notices.show(Notice.error(NOTICE, text("notice.notOpened", file, Reasons.of(e)))));
    }

    /** Explorer ends with 1 although it shows the folder, so a code tells something of the others only. */
    private static int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        int code = ended ? process.exitValue() : 0;
        if (code != 0 && !command.getFirst().equals("explorer")) {
            throw new IOException(text("notice.noProgram"));
        }
        return code;
    }
}
