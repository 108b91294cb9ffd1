package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.ReportFolders;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.ItemSession;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RecentItems;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.ReportBundle;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bug reports of others, opened. */
class ReportViewModelTest extends ThreeRuns {

    private final HeldTaskRunner held = new HeldTaskRunner();
    private Path documents;
    private ReportViewModel reports;
    private ItemSession session;

    /** What happens while the report is being unpacked. */
    private Runnable meanwhile = () -> {};

    @BeforeEach
    void makeDocuments() throws IOException {
        documents = Files.createDirectories(workspace.resolve("documents"));
        session = new ItemSession(model, new FolderFiles(), new NoneRecent(), new SameThreadTaskRunner());
        ReportFolders folders = new ReportFolders(documents);
        reports = new ReportViewModel(
                model,
                session,
                report -> {
                    ReportBundle.Opened unpacked = folders.unpack(report);
                    meanwhile.run();
                    return unpacked;
                },
                journals,
                new RunActions(model, journals, examples, agains::add, () -> {}, _ -> {}, held),
                new SameThreadTaskRunner());
    }

    @Test
    void itsItemIsOpenedWithItsRunInTheHistoryReadyToBeRunAgain() throws IOException {
        Path file = workspace.resolve("hello-report.zip");
        var run = journals.require(item, current());
        ReportBundle.write(ReportBundle.prepare(item, Workspace.of(item), run, ReportBundle.Data.NONE), file);

        reports.open(file);

        assertThat(model.itemProperty().get().root()).startsWith(documents.resolve("reports/hello-report"));
        assertThat(model.sourceProperty().get()).isEqualTo(SCRIPT);
        List<RunSummary> runs = journals.find(model.itemProperty().get(), RunQuery.newest(10));
        assertThat(runs).singleElement().satisfies(kept -> {
            assertThat(kept.function()).isEqualTo("other");
            assertThat(kept.pinned()).isTrue();
        });
        Notice offer = model.notices().shown().getFirst();
        assertThat(offer.text())
                .contains("other")
                .contains("Succeeded, HTTP 200")
                .contains(documents.resolve("reports/hello-report").toString());
        assertThat(offer.kind()).as("it is about what was asked for").isEqualTo(Notice.Kind.QUESTION);
        assertThat(events).as("it is not known what functions there are").isEmpty();
        model.setOutline(SourceParser.outline(SCRIPT));
        held.endNewestFirst();
        assertThat(model.selectedProperty().get().name()).isEqualTo("other");
        assertThat(events).containsExactly("filled {}");
        model.notices().choose(offer, offer.choices().getFirst());
        held.endNewestFirst();
        assertThat(agains).hasSize(1);

        reports.open(file);
        assertThat(model.itemProperty().get().root()).startsWith(documents.resolve("reports/hello-report 2"));
    }

    @Test
    void whoGoesElsewhereWhileItIsUnpackedIsNotBroughtBack() throws IOException {
        Path file = workspace.resolve("hello-report.zip");
        var run = journals.require(item, current());
        ReportBundle.write(ReportBundle.prepare(item, Workspace.of(item), run, ReportBundle.Data.NONE), file);
        meanwhile = session::giveUpOpening;

        reports.open(file);

        assertThat(documents.resolve("reports/hello-report")).exists();
        assertThat(model.itemProperty().get()).isEqualTo(item);
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void whatIsNoReportIsSaidAndChangesNothing() throws IOException {
        Path file = Files.writeString(workspace.resolve("letter.zip"), "Dear all");
        reports.open(file);
        assertThat(model.itemProperty().get()).isEqualTo(item);
        assertThat(model.openingProperty().get()).isEmpty();
        assertThat(model.notices().shown().getFirst().text()).startsWith(text("report.notOpened", ""));
        assertThat(documents.resolve("reports/letter")).doesNotExist();
    }

    private static final class NoneRecent implements RecentItems {

        @Override
        public ObservableList<Path> recent() {
            return FXCollections.emptyObservableList();
        }

        @Override
        public void opened(Path folder) {}

        @Override
        public void forget(Path folder) {}
    }
}
