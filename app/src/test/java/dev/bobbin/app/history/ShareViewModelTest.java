package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.RunFiles;
import dev.bobbin.app.workspace.FilesToSee;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

        model.wishes()
                .grant(
                        Wish.Save.class,
                        wish -> wish.save().accept(wish.suggestedName().endsWith(".html") ? page : report));
        share.savePage(newest);
        assertThat(page).content().contains("<!DOCTYPE html>").contains("other");

        share.saveReport(newest);
        assertThat(report).doesNotExist();
        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).contains("function_app.py");
        assertThat(labels(question))
                .containsExactly(
                        text("share.save"),
                        text("share.withSchema"),
                        text("share.withData"),
                        text("share.look"),
                        text("choice.cancel"));
        model.notices().choose(question, question.choices().get(1));
        Notice schema = model.notices().shown().getFirst();
        assertThat(labels(schema))
                .containsExactly(text("share.save"), text("share.withData"), text("share.look"), text("choice.cancel"));
        model.notices().choose(schema, schema.choices().getFirst());
        try (ZipFile zip = new ZipFile(report.toFile());
                InputStream about = zip.getInputStream(zip.getEntry("about.json"))) {
            assertThat(new String(about.readAllBytes(), UTF_8)).contains("\"SCHEMA\"");
        }
    }

    @Test
    void aReportCanBeLookedAtAndSuggestsTheDataTheRunWorkedWith() throws Exception {
        Files.writeString(item.scriptPath(), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(alias="Shop", argName="db")
                @udf.function()
                def other(db: fn.FabricSqlConnection) -> str:
                    password = "hidden-value-5"
                    return ""
                """);
        ItemFolder read = new FolderFiles().read(item.root());
        Files.createDirectories(
                ItemConnection.of(read, Workspace.of(read)).getFirst().standIn().path());
        model.update(read);
        journals.recorder(read).record(run("other", "{}", "\"\"", read.script()));
        List<FilesToSee> seen = new ArrayList<>();
        model.wishes().grant(FilesToSee.class, seen::add);
        ShareViewModel share = new ShareViewModel(model, journals, new RunFiles(), new SameThreadTaskRunner());

        share.saveReport(current());
        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).endsWith(text("share.without", "Shop"));
        assertThat(labels(question)).startsWith(text("share.withData"), text("share.save"));
        model.notices()
                .choose(
                        question,
                        question.choices().stream()
                                .filter(choice -> choice.label().equals(text("share.look")))
                                .findFirst()
                                .orElseThrow());
        assertThat(seen.getFirst().files()).extracting(FilesToSee.Entry::name).contains("run.json");
        for (FilesToSee.Entry file : seen.getFirst().files()) {
            assertThat(file.content().call()).isNotBlank().doesNotContain("hidden-value-5");
        }
        assertThat(model.notices().shown()).as("while it is looked at").isEmpty();
        seen.getFirst().closed().run();
        assertThat(labels(model.notices().shown().getFirst())).isEqualTo(labels(question));
    }

    private static List<String> labels(Notice question) {
        return question.choices().stream().map(Notice.Choice::label).toList();
    }
}
