package dev.bobbin.app.history;

import dev.bobbin.emulator.share.ReportBundle;
import java.io.IOException;
import java.nio.file.Path;

/** Bug reports from others. */
public interface RunReports {

    /**
     * Unpacks a report into a folder of its own, in the background. None of its code runs.
     *
     * @throws IOException when it is no report, or cannot be unpacked; the message is in plain words
     */
    ReportBundle.Opened unpack(Path report) throws IOException;
}
