package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.RunFiles;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.emulator.journal.RunSummary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/** Runs saved for others. */
class ShareViewModelTest extends ThreeRuns {

    @Test
    void aRunIsSavedAsAPageAndAsAReportOnceTheUserHasSeenWhatItHolds() throws IOException {
        Path page = workspace.resolve("run.html");
        Path report = workspace.resolve("report.zip");
        ShareViewModel share = new ShareViewModel(model, journals, new RunFiles(), new SameThreadTaskRunner());
        RunSummary newest = current();

        model.onAskForFile((_, suggested, save) -> save.accept(suggested.endsWith(".html") ? page : report));
        share.savePage(newest);
        assertThat(page).content().contains("<!DOCTYPE html>").contains("other");

        share.saveReport(newest);
        assertThat(report).doesNotExist();
        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).contains("function_app.py");
        assertThat(labels(question))
                .containsExactly(
                        text("share.save"), text("share.withSchema"), text("share.withData"), text("choice.cancel"));
        model.notices().choose(question, question.choices().get(1));
        Notice schema = model.notices().shown().getFirst();
        assertThat(labels(schema)).containsExactly(text("share.save"), text("share.withData"), text("choice.cancel"));
        model.notices().choose(schema, schema.choices().getFirst());
        try (ZipFile zip = new ZipFile(report.toFile());
                InputStream about = zip.getInputStream(zip.getEntry("about.json"))) {
            assertThat(new String(about.readAllBytes(), UTF_8)).contains("\"SCHEMA\"");
        }
    }

    private static List<String> labels(Notice question) {
        return question.choices().stream().map(Notice.Choice::label).toList();
    }
}
