package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files of the open item that other programs and windows change. */
class OutsideChangesTest extends ItemSessions {

    @Test
    void oneQuestionAtATimeIsAskedAboutAFile() throws IOException {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        Files.writeString(script(), "x = 3\n");
        files.tellChanged();
        assertThat(ids()).containsExactly("changed-on-disk-function_app.py");
        session.close();
        assertThat(ids()).containsExactly("unsaved");
        choose("unsaved", 2);
        assertThat(ids()).containsExactly("changed-on-disk-function_app.py");
    }

    @Test
    void aChangeByAnotherProgramIsOfferedForReload() throws IOException {
        session.open(folder);
        Files.writeString(script(), "x = 3\n");
        files.tellChanged();
        choose("changed-on-disk-function_app.py", 0);
        assertThat(model.sourceProperty().get()).isEqualTo("x = 3\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    @Test
    void keepingOnesOwnTextAfterAChangeLeavesItUnsaved() throws IOException {
        session.open(folder);
        model.sourceProperty().set("mine\n");
        Files.writeString(script(), "theirs\n");
        files.tellChanged();
        choose("changed-on-disk-function_app.py", 1);
        assertThat(model.sourceProperty().get()).isEqualTo("mine\n");
        assertThat(model.unsaved().get()).isTrue();
    }

    @Test
    void savingNeverOverwritesWhatAnotherWindowSavedMeanwhile() throws IOException {
        session.open(folder);
        WorkspaceModel other = Models.empty();
        ItemSession otherWindow =
                new ItemSession(other, new FolderFiles(), new RecentList(), new SameThreadTaskRunner());
        otherWindow.open(folder);
        model.sourceProperty().set("mine\n");
        other.sourceProperty().set("theirs\n");
        otherWindow.save();
        session.save();
        assertThat(script()).hasContent("theirs\n");
        assertThat(model.sourceProperty().get()).isEqualTo("mine\n");
        assertThat(model.unsaved().get()).isTrue();

        List<Comparison> compared = new ArrayList<>();
        model.wishes().grant(Comparison.class, compared::add);
        choose("changed-on-disk-function_app.py", 0);
        assertThat(compared).singleElement().satisfies(comparison -> {
            assertThat(comparison.before()).isEqualTo("theirs\n");
            assertThat(comparison.after()).isEqualTo("mine\n");
        });
        choose("changed-on-disk-function_app.py", 1);
        session.save();
        assertThat(script()).hasContent("mine\n");
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void theJsonFilesAreSavedWithTheScriptAndReadAgainWhenOthersChangeThem() throws IOException {
        Path definition = folder.resolve("definition.json");
        Files.writeString(definition, "{}");
        session.open(folder);
        Draft draft = model.drafts().parts().getFirst();
        assertThat(draft.name()).isEqualTo("definition.json");
        draft.text().set("{\"a\": 1}");
        assertThat(model.drafts().anyUnsaved().get()).isTrue();
        session.save();
        assertThat(definition).hasContent("{\"a\": 1}");
        assertThat(model.drafts().anyUnsaved().get()).isFalse();

        Files.writeString(definition, "{\"b\": 2}");
        files.tellChanged();
        assertThat(draft.text().get()).isEqualTo("{\"b\": 2}");
        draft.text().set("{\"mine\": 3}");
        Files.writeString(definition, "{\"c\": 3}");
        files.tellChanged();
        assertThat(draft.text().get()).isEqualTo("{\"mine\": 3}");
        choose("changed-on-disk-definition.json", 2);
        assertThat(draft.text().get()).isEqualTo("{\"c\": 3}");
    }

    @Test
    void theBenchsOwnSavingIsNotOfferedForReload() {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        session.save();
        files.tellChanged();
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void everyFileThatCannotBeSavedIsNamedAndCanBeKeptElsewhere() throws IOException {
        Files.writeString(folder.resolve("definition.json"), "{}");
        session.open(folder);
        model.sourceProperty().set("mine\n");
        Draft definition = model.drafts().parts().stream()
                .filter(draft -> draft.name().equals("definition.json"))
                .findFirst()
                .orElseThrow();
        definition.text().set("{ }");
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        session.save();
        assertThat(notice("not-saved-function_app.py").choices()).isNotEmpty();
        assertThat(notice("not-saved-definition.json").choices()).isNotEmpty();
        Files.move(away, folder);
        files.tellChanged();
        session.save();
        assertThat(ids()).isEmpty();
        assertThat(folder.resolve("definition.json")).hasContent("{ }");
    }

    @Test
    void aFolderThatVanishesIsMissedAndNothingIsLostUntilItIsBack() throws IOException {
        session.open(folder);
        model.sourceProperty().set("mine\n");
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        files.tellChanged();
        assertThat(notice("item-gone").text()).contains("no such folder");
        session.save();
        assertThat(notice("not-saved-function_app.py")).isNotNull();
        model.notices().show(Notice.error(FunctionRunner.NOT_STARTED, "no such folder"));
        assertThat(folder).doesNotExist();

        Files.move(away, folder);
        long version = model.dataVersionProperty().get();
        files.tellChanged();
        assertThat(model.notices().shown()).isEmpty();
        assertThat(model.dataVersionProperty().get()).isGreaterThan(version);
        assertThat(model.sourceProperty().get()).isEqualTo("mine\n");
        session.save();
        assertThat(script()).hasContent("mine\n");
    }
}
