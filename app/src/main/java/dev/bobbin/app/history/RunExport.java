package dev.bobbin.app.history;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.share.BundleContent;
import dev.bobbin.emulator.share.ReportBundle;
import java.io.IOException;
import java.nio.file.Path;

/** Writes runs for others to see. Secrets are masked. Every method may take long: call it in the background. */
public interface RunExport {

    /** Writes a run as one HTML page. @throws IOException when something cannot be read or written */
    void writePage(ItemFolder item, RunRecord run, Path file) throws IOException;

    /**
     * Puts a bug report together without writing it.
     *
     * @param data what of the stand-ins goes along
     * @throws IOException when something that belongs to it cannot be read
     */
    BundleContent prepareReport(ItemFolder item, RunRecord run, ReportBundle.Data data) throws IOException;

    /** Writes a bug report. @throws IOException when it cannot be written */
    void writeReport(BundleContent report, Path file) throws IOException;
}
