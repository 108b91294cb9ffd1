package dev.bobbin.app.services;

import dev.bobbin.app.history.RunReports;
import dev.bobbin.emulator.share.ReportBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Bug reports, each in a folder called after it among the documents. */
public final class ReportFolders implements RunReports {

    private final Path folder;

    /** @param documents made when the first report is opened */
    public ReportFolders(Path documents) {
        this.folder = documents.resolve("reports");
    }

    @Override
    public ReportBundle.Opened unpack(Path report) throws IOException {
        String name = String.valueOf(report.getFileName()).replaceFirst("(?i)\\.zip$", "");
        return ReportBundle.open(report, free(name));
    }

    /** Whoever opens a report again begins anew. */
    private Path free(String name) {
        Path wanted = folder.resolve(name);
        for (int number = 2; Files.exists(wanted); number++) {
            wanted = folder.resolve(name + " " + number);
        }
        return wanted;
    }
}
