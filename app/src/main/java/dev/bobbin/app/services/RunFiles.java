package dev.bobbin.app.services;

import dev.bobbin.app.history.RunExport;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.share.BundleContent;
import dev.bobbin.emulator.share.ReportBundle;
import dev.bobbin.emulator.share.page.RunPage;
import java.io.IOException;
import java.nio.file.Path;

/** Pages and bug reports as files on the local disk. */
public final class RunFiles implements RunExport {

    @Override
    public void writePage(ItemFolder item, RunRecord run, Path file) throws IOException {
        RunPage.write(run, item, ItemWorkspace.of(item), file, Messages.language());
    }

    @Override
    public BundleContent prepareReport(ItemFolder item, RunRecord run, ReportBundle.Data data) throws IOException {
        return ReportBundle.prepare(item, ItemWorkspace.of(item), run, data);
    }

    @Override
    public void writeReport(BundleContent report, Path file) throws IOException {
        ReportBundle.write(report, file);
    }
}
